import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from "yaml";
import { type Diagnostic, diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, type Parsed, pointerSegments } from "./parsed.ts";

/**
 * Parses one YAML 1.2 document with the positions of all its values. Duplicate keys, tags and more than 100 alias
 * expansions are findings; nothing in the text is ever evaluated.
 * @param offset where `text` starts in the file, when it is a part of one (front matter); `whole` is then the file.
 */
export function parseYaml(
  text: string,
  file: string,
  part: { offset: number; whole: string } = { offset: 0, whole: text },
): Parsed {
  const index = new LineIndex(part.whole);
  const spanOf = (range: readonly [number, number, ...number[]] | null | undefined): Span | undefined =>
    range ? index.span(range[0] + part.offset, range[1] + part.offset) : undefined;
  const nothing = (finding: Diagnostic): Parsed => ({ value: undefined, findings: [finding], locate: () => undefined });
  if (text.length > limits.documentSize) {
    return nothing(
      diagnose("parse/too-large", {
        message: `${text.length} characters, more than the ${limits.documentSize} allowed`,
        where: { file },
      }),
    );
  }
  if (nestsDeeperThan(text, limits.depth)) {
    return nothing(
      diagnose("parse/too-deep", { message: `nests deeper than ${limits.depth} levels`, where: { file } }),
    );
  }
  const document = compose(text);
  if (document === undefined)
    return nothing(diagnose("parse/too-deep", { message: "nests too deep to be read", where: { file } }));
  const findings = [...document.errors, ...document.warnings].map((problem) =>
    diagnose(problem.code === "DUPLICATE_KEY" ? "parse/duplicate-key" : "parse/yaml", {
      message: sentence(problem.message),
      where: { file, ...spanField(spanOf(problem.pos)) },
    }),
  );
  if (document.errors.length > 0) return { value: undefined, findings, locate: () => undefined };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      value,
      findings,
      locate: (pointer, which = "value") => spanOf(rangeAt(document.contents, pointer, which)),
    };
  } catch (error) {
    return nothing(diagnose("parse/yaml", { message: sentence(String((error as Error).message)), where: { file } }));
  }
}

function compose(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function spanField(span: Span | undefined): { span?: Span } {
  return span === undefined ? {} : { span };
}

function sentence(message: string): string {
  const line = (message.split("\n")[0] ?? "").replace(/[.:]\s*$/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
}

type Range = readonly [number, number, ...number[]] | null | undefined;

/** The range of the node a pointer names, or of the nearest one above it that exists. */
function rangeAt(root: ParsedNode | null, pointer: string, which: "key" | "value"): Range {
  let node: Node | null | undefined = root;
  let range: Range = root?.range;
  const segments = pointerSegments(pointer);
  for (const [depth, segment] of segments.entries()) {
    if (isAlias(node) || !isCollection(node)) return range;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === segment);
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

/** Counts open flow brackets and indentation steps: an upper bound of the depth, found before any recursion. */
function nestsDeeperThan(text: string, depth: number): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91 || unit === 123) open++;
    else if (unit === 93 || unit === 125) open = Math.max(0, open - 1);
    if (open > depth) return true;
  }
  return /(^|\n) {400,}\S/.test(text) || /(?:- ){65}/.test(text);
}
