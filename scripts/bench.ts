import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadShipped } from "../src/pack/shipped.ts";
import { benchAudit } from "./bench/audit.ts";
import { figure, type Line } from "./bench/bar.ts";
import { benchHooks } from "./bench/hooks.ts";
import { benchInstall } from "./bench/install.ts";
import { benchRuns } from "./bench/runs.ts";
import { benchStartup } from "./bench/startup.ts";
import { benchThroughput } from "./bench/throughput.ts";
import { benchTokens } from "./bench/tokens.ts";

// Every figure is a ratio taken in this run, against a floor or a peer. Exit status 1 when a bar is missed.
const { values } = parseArgs({ options: { peer: { type: "string" }, only: { type: "string", multiple: true } } });
const root = join(import.meta.dirname, "..");
const program = join(root, "dist/baton.mjs");
const workDirectory = mkdtempSync(join(tmpdir(), "baton-bench-"));

async function answer(): Promise<unknown> {
  const shipped = await (await loadShipped()).schemaOf("task-executor");
  if (shipped === undefined) throw new Error("task-executor has no schema");
  return (shipped.schema as { examples: readonly unknown[] }).examples[0];
}

const parts: Record<string, () => Line[] | Promise<Line[]>> = {
  tokens: () => benchTokens(root),
  startup: async () => benchStartup(program, workDirectory, await answer()),
  hooks: () => benchHooks(program, join(workDirectory, "hooks")),
  throughput: benchThroughput,
  runs: () => benchRuns(program, join(workDirectory, "runs")),
  audit: () => benchAudit(program, join(workDirectory, "audit")),
  install: () => benchInstall(program, workDirectory, values.peer),
};

const only = values.only ?? Object.keys(parts);
const unknown = only.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(", ")}, there are ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

try {
  console.log(`node ${process.version}, medians in one run\n`);
  const lines: Line[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (!only.includes(name)) continue;
    for (const line of await run()) {
      console.log(line.text);
      lines.push(line);
    }
  }
  const missed = lines.filter((line) => line.missed).length;
  console.log(`\n${figure("bars missed", String(missed)).text}`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  rmSync(workDirectory, { recursive: true, force: true });
}
