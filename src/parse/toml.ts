import { parse as parseSmol, TomlError } from "smol-toml";
import { type AST, parseTOML } from "toml-eslint-parser";
import { diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, type Parsed, pointerSegments } from "./parsed.ts";

/** Parses TOML 1.0 with the positions of its keys and values. */
export function parseToml(text: string, file: string): Parsed {
  if (text.length > limits.documentSize) {
    const message = `${text.length} characters, more than the ${limits.documentSize} allowed`;
    return {
      value: undefined,
      findings: [diagnose("parse/too-large", { message, where: { file } })],
      locate: () => undefined,
    };
  }
  try {
    const value: unknown = parseSmol(text, { maxDepth: limits.depth });
    let locate: Parsed["locate"] | undefined;
    return {
      value,
      findings: [],
      locate: (pointer, part) => {
        locate ??= tomlLocator(text);
        return locate(pointer, part);
      },
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    const where = { file, span: { line: error.line, column: error.column } };
    return { value: undefined, findings: [diagnose("parse/toml", { message, where })], locate: () => undefined };
  }
}

interface Place {
  readonly key: AST.TOMLNode;
  readonly value: AST.TOMLNode;
}

/** Built only when a position is asked for: most files have no finding. */
function tomlLocator(text: string): Parsed["locate"] {
  const index = new LineIndex(text);
  const places = new Map<string, Place>();
  const note = (path: readonly (string | number)[], key: AST.TOMLNode, value: AST.TOMLNode): void => {
    const joined = path.join("\0");
    if (!places.has(joined)) places.set(joined, { key, value });
  };
  const visitPair = (pair: AST.TOMLKeyValue, base: readonly (string | number)[]): void => {
    const path = [...base];
    for (const key of pair.key.keys) {
      path.push(key.type === "TOMLBare" ? key.name : key.value);
      note(path, key, pair.value);
    }
    visitValue(pair.value, path);
  };
  const visitValue = (value: AST.TOMLContentNode, path: readonly (string | number)[]): void => {
    if (value.type === "TOMLInlineTable") for (const pair of value.body) visitPair(pair, path);
    if (value.type === "TOMLArray") {
      for (const [at, element] of value.elements.entries()) {
        note([...path, at], element, element);
        visitValue(element, [...path, at]);
      }
    }
  };
  for (const node of parseTOML(text).body[0].body) {
    if (node.type === "TOMLKeyValue") visitPair(node, []);
    else {
      note(node.resolvedKey, node.key, node.key);
      for (const pair of node.body) visitPair(pair, node.resolvedKey);
    }
  }
  return (pointer, part = "value"): Span | undefined => {
    for (let path = pointerSegments(pointer); path.length > 0; path = path.slice(0, -1)) {
      const place = places.get(path.join("\0"));
      const range = place?.[part].range;
      if (range !== undefined) return index.span(range[0], range[1]);
    }
    return undefined;
  };
}
