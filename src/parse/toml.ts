import { parse as parseSmol, TomlError } from "smol-toml";
import { type AST, parseTOML } from "toml-eslint-parser";
import { type Diagnostic, diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { limits, nestsDeeperThan, type Parsed, pointerOf, pointerSegments } from "./parsed.ts";

/** Parses TOML 1.1 with the positions of its keys and values. */
export function parseToml(text: string, file: string): Parsed {
  const nothing = (finding: Diagnostic): Parsed => ({ value: undefined, findings: [finding], locate: () => undefined });
  if (text.length > limits.documentSize) {
    const message = `${text.length} characters, more than the ${limits.documentSize} allowed`;
    return nothing(diagnose("parse/too-large", { message, where: { file } }));
  }
  const body = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  const tooDeep = `nests deeper than ${limits.depth} levels`;
  try {
    const value: unknown = parseSmol(body, { maxDepth: limits.depth });
    // The parser counts brackets only: a long dotted key nests as well.
    if (nestsDeeperThan(value, limits.depth))
      return nothing(diagnose("parse/too-deep", { message: tooDeep, where: { file } }));
    let locate: Parsed["locate"] | undefined;
    return {
      value,
      findings: [],
      locate: (pointer, part) => {
        locate ??= tomlLocator(text, body);
        return locate(pointer, part);
      },
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    const column = error.column - (error.line === 1 && body !== text ? 1 : 0);
    const where = { file, span: { line: error.line, column: Math.max(1, column) } };
    if (/excessively nested/.test(message)) return nothing(diagnose("parse/too-deep", { message: tooDeep, where }));
    return nothing(diagnose("parse/toml", { message, where }));
  }
}

type Path = readonly (string | number)[];
type Places = Map<string, { readonly key: AST.TOMLNode; readonly value: AST.TOMLNode }>;

/** Built only when a position is asked for: most files have no finding. `body` is `text` without its byte order mark, as long. */
function tomlLocator(text: string, body: string): Parsed["locate"] {
  const index = new LineIndex(text);
  const places = placesIn(body);
  return (pointer, part = "value"): Span | undefined => {
    for (let path = pointerSegments(pointer); path.length > 0; path = path.slice(0, -1)) {
      const place = places.get(pointerOf(path));
      const range = place?.[part].range;
      if (range !== undefined) return index.span(range[0], range[1]);
    }
    return undefined;
  };
}

/** Every key with the place where it is first given a value; a table's value is its header. */
function placesIn(text: string): Places {
  const places: Places = new Map();
  const note = (path: Path, key: AST.TOMLNode, value: AST.TOMLNode): void => {
    const pointer = pointerOf(path);
    if (!places.has(pointer)) places.set(pointer, { key, value });
  };
  const visitPair = (pair: AST.TOMLKeyValue, base: Path): void => {
    const path = [...base];
    for (const key of pair.key.keys) {
      path.push(key.type === "TOMLBare" ? key.name : key.value);
      note(path, key, pair.value);
    }
    visitValue(pair.value, path);
  };
  const visitValue = (value: AST.TOMLContentNode, path: Path): void => {
    if (value.type === "TOMLInlineTable") for (const pair of value.body) visitPair(pair, path);
    if (value.type === "TOMLArray") {
      for (const [at, element] of value.elements.entries()) {
        note([...path, at], element, element);
        visitValue(element, [...path, at]);
      }
    }
  };
  const body = bodyOf(text);
  for (const node of body) {
    if (node.type === "TOMLKeyValue") visitPair(node, []);
    else {
      note(node.resolvedKey, node.key, node.key);
      for (const pair of node.body) visitPair(pair, node.resolvedKey);
    }
  }
  // A header names the tables above it too: their place, unless they have a header of their own.
  for (const node of body)
    if (node.type === "TOMLTable")
      for (const length of node.resolvedKey.keys()) note(node.resolvedKey.slice(0, length), node.key, node.key);
  return places;
}

/** The two parsers may differ on a detail: what only the first accepts has no positions. */
function bodyOf(text: string): AST.TOMLProgram["body"][0]["body"] {
  try {
    return parseTOML(text, { tomlVersion: "1.1" }).body[0].body;
  } catch {
    return [];
  }
}
