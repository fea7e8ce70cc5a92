import { recordAll } from "./record-sessions/record-all.ts";

// Plays every case of the audit's corpus with the real Codex and writes what it recorded; `--only <text>` for some.
const [flag, filter = ""] = process.argv.slice(2);
if (flag !== undefined && flag !== "--only") {
  console.error(`unknown argument "${flag}": record-sessions [--only <text in a case's folder>]`);
  process.exit(2);
}
process.exitCode = await recordAll(filter);
