import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, type Parsed, pointerSegments } from "./parsed.ts";

/** Parses strict JSON (no comments, no trailing commas) with positions; a leading byte order mark is tolerated, a key given twice is a finding. */
export function parseJson(text: string, file: string, sizeLimit: number = limits.documentSize): Parsed {
  if (text.length > sizeLimit)
    return tooMuch("parse/too-large", `${text.length} characters, more than the ${sizeLimit} allowed`, file);
  const tooDeep = `nests deeper than ${limits.depth} levels`;
  if (jsonDepth(text) > limits.depth) return tooMuch("parse/too-deep", tooDeep, file);
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const index = new LineIndex(text);
  const value = parsed(body);
  const { tree, error } = treeOf(body);
  if (value === undefined || tree === undefined) {
    if (error === "too-deep") return tooMuch("parse/too-deep", tooDeep, file);
    const { offset, length } = error ?? { offset: 0, length: 0 };
    const message = error === undefined ? "there is no JSON value" : words(printParseErrorCode(error.error));
    const where = { file, span: index.span(offset, offset + length) };
    return { value: undefined, findings: [diagnose("parse/json", { message, where })], locate: () => undefined };
  }
  const locate: Parsed["locate"] = (pointer, part = "value") => {
    const node = nodeAt(tree, pointer);
    const target = part === "key" && node.parent?.type === "property" ? (node.parent.children?.[0] ?? node) : node;
    return index.span(target.offset, target.offset + target.length);
  };
  return { value, findings: duplicateKeys(tree, file, index), locate };
}

/** Undefined for what is not JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A tree with offsets, or the first error. A broken text can nest in ways that only the recursion itself finds out. */
function treeOf(body: string): {
  readonly tree?: Node | undefined;
  readonly error?: ParseError | "too-deep" | undefined;
} {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false });
    return errors.length === 0 ? { tree } : { error: errors[0] };
  } catch (error) {
    if (error instanceof RangeError) return { error: "too-deep" };
    throw error;
  }
}

function tooMuch(code: "parse/too-large" | "parse/too-deep", message: string, file: string): Parsed {
  return { value: undefined, findings: [diagnose(code, { message, where: { file } })], locate: () => undefined };
}

/** How deep the brackets of a JSON text nest, outside its strings. Linear, without recursion. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 92) at++;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 91 || unit === 123) deepest = Math.max(deepest, ++depth);
    else if (unit === 93 || unit === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** The node a pointer names, or the nearest one above it that exists. Of a key given twice the last counts, as for JSON.parse. */
function nodeAt(tree: Node, pointer: string): Node {
  let node = tree;
  for (const segment of pointerSegments(pointer)) {
    const next: Node | undefined =
      node.type === "array"
        ? node.children?.[Number(segment)]
        : node.children?.findLast((property) => property.children?.[0]?.value === segment)?.children?.[1];
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** So many keys given twice are told: more help nobody, and whoever sends them chooses their number. */
const mostDoubles = 100;

function duplicateKeys(root: Node, file: string, index: LineIndex): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: Node): void => {
    const seen = new Map<string, Node>();
    for (const child of node.children ?? []) {
      const key = child.type === "property" ? child.children?.[0] : undefined;
      if (key !== undefined) {
        const earlier = seen.get(key.value);
        if (earlier === undefined) seen.set(key.value, key);
        else if (found.length < mostDoubles) {
          found.push(
            diagnose("parse/duplicate-key", {
              message: `"${key.value}" is given twice`,
              hint: "keep one of them",
              where: { file, span: index.span(key.offset, key.offset + key.length) },
              related: [
                {
                  where: { file, span: index.span(earlier.offset, earlier.offset + earlier.length) },
                  note: "first given here",
                },
              ],
            }),
          );
        }
      }
      visit(child);
    }
  };
  visit(root);
  return found;
}

function words(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
