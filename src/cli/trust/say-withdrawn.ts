import { tomlString } from "../../doctor/toml-lines.ts";
import type { TrustEntries } from "../../doctor/trust-entries.ts";
import { plural } from "../../render/report.ts";
import { visible } from "../../render/style.ts";
import type { Io } from "../io.ts";
import type { Withdrawal } from "./withdraw-trust.ts";

/**
 * Says what trust was withdrawn, or would be, and what stays.
 * @param back the command that gives it again
 */
export function sayWithdrawn(
  io: Io,
  withdrawal: Withdrawal,
  back: string,
  { dryRun, json }: { readonly dryRun?: true; readonly json?: true },
): void {
  const { entries, project, file } = withdrawal;
  const count = entries.own.length + entries.dead.length;
  if (json) {
    const status = count === 0 ? "nothing" : dryRun ? "planned" : "removed";
    const report = { ok: true, command: "trust", status, config: file.path, project: project ?? null, ...entries };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  io.out(entryWords(entries, count, file.path, dryRun === true));
  if (project !== undefined) io.out(projectWords(project, file.path));
  if (count > 0 && !dryRun) io.out(`Codex skips Baton's hooks from the next session on. Back again: ${back}\n`);
}

function entryWords({ own, dead, others }: TrustEntries, count: number, file: string, dryRun: boolean): string {
  if (count === 0) return "No trust in Baton's hooks is recorded here: nothing to withdraw.\n";
  if (dryRun) return `${[...own, ...dead].map((key) => `  ${visible(key)}\n`).join("")}Nothing was written.\n`;
  const entries = `${count} ${count === 1 ? "entry" : "entries"}`;
  const gone = dead.length === 0 ? "" : `, ${dead.length} of them for hooks that are not there any more`;
  const rest = others.length === 0 ? "" : `Trust in ${plural(others.length, "other hook")} stays.\n`;
  return `Took ${entries} out of ${file}${gone}.\n${rest}`;
}

/** Whoever trusted it may have done so for other reasons, before there was any hook. */
function projectWords(project: string, file: string): string {
  const table = visible(`[projects.${tomlString(project)}]`);
  return `Trust in the project stays: to take it away too, take trust_level out of ${table} in ${file}.\n`;
}
