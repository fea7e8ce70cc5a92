import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Code } from "../core/codes.ts";
import { type Diagnostic, diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, nestsDeeperThan, type Parsed, pointerSegments } from "./parsed.ts";

/** What aliases may cost: how many a document may hold, and how often one may multiply what it stands for. */
const aliasLimit = 100;
/** A broken document can have an error in every line; the first few say what is wrong. */
const mostErrors = 20;

type Range = readonly [number, number, ...number[]] | null | undefined;

/**
 * Parses one YAML 1.2 document with the positions of all its values. Duplicate keys, unknown tags, keys that are not
 * plain values and more than 100 aliases are findings; nothing in the text is ever evaluated.
 * @param part where `text` starts in the file, when it is a part of one (front matter); `whole` is then the file.
 */
export function parseYaml(
  text: string,
  file: string,
  part: { readonly offset: number; readonly whole: string } = { offset: 0, whole: text },
): Parsed {
  let index: LineIndex | undefined;
  const spanOf = (range: Range): Span | undefined => {
    index ??= new LineIndex(part.whole);
    return range ? index.span(range[0] + part.offset, range[1] + part.offset) : undefined;
  };
  const finding = (code: Code, message: string, range?: Range): Diagnostic => {
    const span = spanOf(range);
    return diagnose(code, { message, where: { file, ...(span === undefined ? {} : { span }) } });
  };
  const nothing = (...findings: Diagnostic[]): Parsed => ({ value: undefined, findings, locate: () => undefined });

  if (text.length > limits.documentSize)
    return nothing(
      finding("parse/too-large", `${text.length} characters, more than the ${limits.documentSize} allowed`),
    );
  const tooDeep = (): Parsed => nothing(finding("parse/too-deep", `nests deeper than ${limits.depth} levels`));
  const document = compose(text);
  if (document === undefined) return tooDeep();
  const problems = [
    ...[...document.errors, ...document.warnings].slice(0, mostErrors).map(problemOf),
    ...objections(document),
  ];
  const findings = problems.map(({ code, message, range }) => finding(code, message, range));
  if (document.errors.length > 0 || problems.some((problem) => problem.fatal)) return nothing(...findings);
  const value = toValue(document);
  if (value instanceof Error) return nothing(...findings, finding("parse/yaml", sentence(value.message)));
  if (value === undefined || nestsDeeperThan(value, limits.depth)) return tooDeep();
  return {
    value,
    findings,
    locate: (pointer, which = "value") => spanOf(rangeAt(document.contents, pointer, which)),
  };
}

interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly range: Range;
  /** Set when no value can be given. */
  readonly fatal?: true;
}

/** Undefined when the text nests so deep that reading it exhausts the stack. */
function compose(text: string): Document.Parsed | undefined {
  try {
    // The library's own check for duplicate keys takes quadratic time.
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
    return document.errors.some((error) => error.code === "RESOURCE_EXHAUSTION") ? undefined : document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function problemOf({ code, message, pos }: YAMLError): Problem {
  const words = code === "MULTIPLE_DOCS" ? "a second document starts here, and only one is read" : sentence(message);
  return { code: "parse/yaml", message: words, range: pos };
}

function sentence(message: string): string {
  const line = (message.split("\n")[0] ?? "").replace(/[.:]\s*$/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
}

/** What the library accepts and JSON data has no room for. */
function objections(document: Document.Parsed): Problem[] {
  const problems: Problem[] = [];
  const { version } = document.directives.yaml;
  if (version !== "1.2")
    problems.push({
      code: "parse/yaml",
      message: `this is YAML ${version}, only 1.2 is read`,
      range: [0, 0],
      fatal: true,
    });
  let aliases = 0;
  visit(document, {
    Alias: (_, { range }) => {
      if (++aliases !== aliasLimit + 1) return undefined;
      problems.push({ code: "parse/yaml", message: `more than ${aliasLimit} aliases`, range, fatal: true });
      return visit.BREAK;
    },
    Map: (_, map) => {
      problems.push(...keyProblems(map.items.map((pair) => pair.key as Node | null)));
    },
  });
  return problems;
}

function keyProblems(keys: readonly (Node | null)[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    const range = key?.range;
    if (key !== null && !isScalar(key)) {
      problems.push({ code: "parse/yaml", message: "a key is not a plain value", range, fatal: true });
      continue;
    }
    const name = String(key?.value ?? "");
    if (seen.has(name))
      problems.push({ code: "parse/duplicate-key", message: `"${name}" is given twice`, range, fatal: true });
    seen.add(name);
  }
  return problems;
}

/** The plain value; an Error when its aliases multiply too much, undefined when it exhausts the stack. */
function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: aliasLimit });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    if (error instanceof ReferenceError) return error;
    throw error;
  }
}

/** The range of the node a pointer names, or of the nearest one above it that exists. */
function rangeAt(root: ParsedNode | null, pointer: string, which: "key" | "value"): Range {
  let node: Node | null | undefined = root;
  let range: Range = root?.range;
  const segments = pointerSegments(pointer);
  for (const [depth, segment] of segments.entries()) {
    if (isAlias(node) || !isCollection(node)) return range;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value ?? "") === segment);
      if (pair === undefined) return range;
      const key = pair.key as Node;
      node = pair.value as Node | null;
      range = which === "key" && depth === segments.length - 1 ? key.range : (node?.range ?? key.range);
    } else {
      node = node.items[Number(segment)] as Node | undefined;
      if (!node) return range;
      range = node.range;
    }
  }
  return range;
}
