import { parse } from "yaml";

/**
 * Repairs a YAML block the way Codex 0.169 does when it does not parse: a plain value that holds a colon before white
 * space, or starts like a flow collection without being one, is read as quoted text. Undefined when there is nothing to
 * repair. The result has the same lines. (Found out on the binary: `description: Use when: x` loads, `"a": b` does not.)
 */
export function repairFrontMatter(block: string): string | undefined {
  let changed = false;
  let blockIndent: number | undefined;
  const lines = block.split("\n").map((line) => {
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== undefined && (line.trim() === "" || indent > blockIndent)) return line;
    blockIndent = undefined;
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(0, colon));
    const rest = line.slice(colon + 1).trim();
    if (key.trim() === "" || rest === "" || !/\s/.test(line.charAt(colon + 1))) return line;
    if (/^[|>]/.test(rest)) blockIndent = indent;
    const [value, comment] = splitComment(rest);
    if (value === "" || /^["'|>]/.test(value) || !needsQuotes(value)) return line;
    changed = true;
    return `${key}: '${value.replaceAll("'", "''")}'${comment}`;
  });
  return changed ? lines.join("\n") : undefined;
}

function splitComment(rest: string): [string, string] {
  const at = /(^|\s)#/.exec(rest)?.index;
  const value = rest.slice(0, at).trimEnd();
  return [value, rest.slice(value.length)];
}

function needsQuotes(value: string): boolean {
  return /:\s/.test(value) || (/^[[{@`]/.test(value) && !parses(value));
}

function parses(value: string): boolean {
  try {
    parse(value, { maxAliasCount: 0 });
    return true;
  } catch {
    return false;
  }
}
