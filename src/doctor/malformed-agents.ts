/** An agent file that Codex drops, as far as its warning says why. */
export interface MalformedAgent {
  /** The file, or, where Codex does not name it, the agent. */
  readonly path?: string;
  readonly name?: string;
  readonly reason: string;
  /** The key at fault. */
  readonly key?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Reads Codex's warnings about agents: `Ignoring malformed agent role definition: … agent role file at PATH: REASON`,
 * `… at PATH must define …`, `… at PATH.KEY cannot be blank`, `agent role NAME must define …`. Warnings about a name
 * given twice are left out: which of the two counts is told by what Codex offers.
 */
export function malformedAgents(warnings: readonly string[]): MalformedAgent[] {
  return warnings.flatMap((warning): MalformedAgent[] => {
    if (!warning.startsWith("Ignoring malformed agent role definition: ")) return [];
    const [, path, key, rest = ""] = /agent role file at (.+?\.toml)(?:\.(\w+))?:? (.*)$/s.exec(warning) ?? [];
    if (path === undefined) {
      const [, name, why] = /agent role `([^`]+)` (must .*)$/s.exec(warning) ?? [];
      return name === undefined || why === undefined ? [] : [{ name, reason: `it ${why.trim()}` }];
    }
    const text = rest.trim();
    const unknown = /unknown field `([^`]+)`/.exec(text)?.[1];
    const [, line, column] = /at line (\d+), column (\d+)/.exec(text) ?? [];
    const reason = key === undefined ? (text.split("\n").at(-1) ?? text) : `${key} ${text}`;
    const fault = key ?? unknown;
    return [
      {
        path,
        reason: reason.replaceAll("`", '"'),
        ...(fault === undefined ? {} : { key: fault }),
        ...(line === undefined ? {} : { line: Number(line), column: Number(column) }),
      },
    ];
  });
}
