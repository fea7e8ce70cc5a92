import type { Surroundings } from "../../doctor/surroundings.ts";
import type { TrustEntries } from "../../doctor/trust-entries.ts";
import { plural } from "../../render/report.ts";
import { visible } from "../../render/style.ts";
import type { Io } from "../io.ts";

/** Says what trust was withdrawn, or would be. */
export function sayWithdrawn(
  io: Io,
  entries: TrustEntries,
  { place }: Surroundings,
  { dryRun, json }: { readonly dryRun?: true; readonly json?: true },
): void {
  const { own, dead } = entries;
  const count = own.length + dead.length;
  if (json) {
    const status = count === 0 ? "nothing" : dryRun ? "planned" : "removed";
    io.out(
      `${JSON.stringify({ ok: true, command: "trust", status, config: place.userConfig.path, ...entries }, null, 2)}\n`,
    );
    return;
  }
  io.out(words(entries, count, place.userConfig.path, dryRun === true));
}

function words({ own, dead, others }: TrustEntries, count: number, file: string, dryRun: boolean): string {
  if (count === 0) return "No trust in Baton's hooks is recorded here: nothing to withdraw.\n";
  if (dryRun) return `${[...own, ...dead].map((key) => `  ${visible(key)}\n`).join("")}Nothing was written.\n`;
  const entries = `${count} ${count === 1 ? "entry" : "entries"}`;
  const gone = dead.length === 0 ? "" : `, ${dead.length} of them for hooks that are not there any more`;
  const rest = others.length === 0 ? "" : `Trust in ${plural(others.length, "other hook")} stays.\n`;
  return `Took ${entries} out of ${file}${gone}.\n${rest}Codex skips Baton's hooks from the next session on. Back again: baton trust\n`;
}
