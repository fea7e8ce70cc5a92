import { commandTable } from "./command-table.ts";
import { version } from "./version.ts";

/** The top-level help: what Baton is, its commands by group, where to go on. */
export function renderHelp(): string {
  const groups = new Map<string, string[]>();
  for (const [name, { group, summary }] of Object.entries(commandTable)) {
    groups.set(group, [...(groups.get(group) ?? []), `  ${name.padEnd(12)}${summary}`]);
  }
  const sections = [...groups].map(([group, lines]) => `${group}:\n${lines.join("\n")}`);
  return `Baton ${version}: a Codex skill pack whose orchestrator contract is data.

Usage: baton <command> [options]

${sections.join("\n\n")}

Examples:
  baton install                          put the pack into this repository
  baton validate answer.json --agent task-executor
  baton help <command>                   options and examples of a command

Exit status: 0 clean, 1 findings, 2 called wrongly, 3 could not finish.
Environment: NO_COLOR=1 prints without colour, FORCE_COLOR=1 with it.
`;
}
