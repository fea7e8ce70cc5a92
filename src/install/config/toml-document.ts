import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import { limits } from "../../parse/parsed.ts";
import { parseToml } from "../../parse/toml.ts";
import { unreadableConfig } from "./config-failure.ts";
import { isTable, type Table } from "./is-table.ts";
import { type LineEnd, lineEndOf } from "./line-end.ts";

/** A config.toml that parses, with the places of all that is in it. */
export interface TomlDocument {
  readonly file: string;
  readonly text: string;
  readonly value: Table;
  readonly body: AST.TOMLTopLevelTable["body"];
  readonly comments: readonly AST.Comment[];
  readonly lineEnd: LineEnd;
}

/**
 * Reads a config.toml for editing.
 * @throws Failure install/config-unreadable when it does not parse, or is larger or deeper than Baton reads
 */
export function readTomlDocument(text: string, file: string): TomlDocument {
  const { value, findings } = parseToml(text, file);
  const finding = findings[0];
  if (finding !== undefined) throw unreadableConfig(file, finding.message, finding.where.span);
  if (!isTable(value)) throw unreadableConfig(file, "this is no table");
  if (nestsDeeperThan(value, limits.depth)) throw unreadableConfig(file, `nests deeper than ${limits.depth} levels`);
  const program = parseTree(text, file);
  return { file, text, value, body: program.body[0].body, comments: program.comments, lineEnd: lineEndOf(text) };
}

function parseTree(text: string, file: string): AST.TOMLProgram {
  try {
    // A byte order mark is one unit, as is the space put in its place: offsets stay true.
    return parseTOML(text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text, { tomlVersion: "latest" });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const span = { line: error.lineNumber, column: error.column + 1 };
    throw unreadableConfig(file, error.message.charAt(0).toLowerCase() + error.message.slice(1), span);
  }
}

/** Dotted keys nest without brackets, so that the parser's own limit does not see them. */
function nestsDeeperThan(root: unknown, depth: number): boolean {
  const open: { value: unknown; level: number }[] = [{ value: root, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, level } = next;
    if (!isTable(value) && !Array.isArray(value)) continue;
    if (level > depth) return true;
    for (const child of Object.values(value)) open.push({ value: child, level: level + 1 });
  }
  return false;
}
