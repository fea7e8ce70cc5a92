import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, type Parsed, pointerSegments } from "./parsed.ts";

/** Parses strict JSON (no comments, no trailing commas) with positions; a leading byte order mark is tolerated, a key given twice is a finding. */
export function parseJson(text: string, file: string, sizeLimit: number = limits.documentSize): Parsed {
  if (text.length > sizeLimit)
    return tooMuch("parse/too-large", `${text.length} characters, more than the ${sizeLimit} allowed`, file);
  if (jsonDepth(text) > limits.depth)
    return tooMuch("parse/too-deep", `nests deeper than ${limits.depth} levels`, file);
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const index = new LineIndex(text);
  const errors: ParseError[] = [];
  const tree = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first !== undefined || tree === undefined) {
    const at = first ?? { offset: 0, length: 0 };
    const message = first === undefined ? "there is no JSON value" : words(printParseErrorCode(first.error));
    const finding = diagnose("parse/json", {
      message,
      where: { file, span: index.span(at.offset, at.offset + at.length) },
    });
    return { value: undefined, findings: [finding], locate: () => undefined };
  }
  const locate: Parsed["locate"] = (pointer, part = "value") => {
    const node = nodeAt(tree, pointer);
    const target = part === "key" && node.parent?.type === "property" ? (node.parent.children?.[0] ?? node) : node;
    return index.span(target.offset, target.offset + target.length);
  };
  return { value: JSON.parse(body), findings: duplicateKeys(tree, file, index), locate };
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
    else if (unit === 93 || unit === 125) depth--;
  }
  return deepest;
}

function nodeAt(tree: Node, pointer: string): Node {
  let node = tree;
  for (const segment of pointerSegments(pointer)) {
    const next = findNodeAtLocation(node, [node.type === "array" ? Number(segment) : segment]);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function duplicateKeys(root: Node, file: string, index: LineIndex): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: Node): void => {
    const seen = new Map<string, Node>();
    for (const child of node.children ?? []) {
      const key = child.type === "property" ? child.children?.[0] : undefined;
      if (key !== undefined) {
        const earlier = seen.get(key.value);
        if (earlier === undefined) seen.set(key.value, key);
        else {
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
