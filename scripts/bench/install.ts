import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { atMost, figure, type Line } from "./bar.ts";
import { type Contender, timeProcesses } from "./compare.ts";

/** Preloaded, it answers every fsync at once: what is left of a run is the work without the wait for the disk. */
const withoutSync = `import fs from "node:fs";
fs.fsync = (descriptor, done) => setImmediate(done, null);
fs.fsyncSync = () => {};
`;

/**
 * Whole-process installs into empty Git repositories: ours against the installer of a checkout of codex-workflows, as
 * they are and with the fsyncs taken out of both (theirs has none).
 * @param peer the checkout's directory; without one only our own time is shown
 */
export function benchInstall(program: string, workDirectory: string, peer: string | undefined): Line[] {
  const emptyRepository = (): string => {
    const directory = mkdtempSync(join(workDirectory, "repository-"));
    mkdirSync(join(directory, ".git"));
    return directory;
  };
  const preload = join(workDirectory, "without-sync.mjs");
  writeFileSync(preload, withoutSync);
  const run = (name: string, ...args: readonly string[]): Contender => ({
    name,
    command: process.execPath,
    args,
    prepare: emptyRepository,
  });
  const unsynced = ["--import", pathToFileURL(preload).href];
  const ours = [program, "install", "--yes"];
  const theirs = peer === undefined ? [] : [join(peer, "bin/cli.js"), "install"];
  const times = timeProcesses(
    [
      run("floor", "-e", "0"),
      run("ours", ...ours),
      run("ours unsynced", ...unsynced, ...ours),
      ...(peer === undefined ? [] : [run("theirs", ...theirs), run("theirs unsynced", ...unsynced, ...theirs)]),
    ],
    40,
  );
  const ms = (name: string): number => times.get(name) ?? 0;
  const shown = (name: string): string => `${ms(name).toFixed(0)} ms`;
  const probe = emptyRepository();
  execFileSync(process.execPath, ours, { cwd: probe });
  const files = readdirSync(probe, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const own = figure(
    "baton install, whole process",
    `${shown("ours")}, ${shown("ours unsynced")} without fsyncs, ${files} files; node -e 0 ${shown("floor")}`,
  );
  if (peer === undefined) return [own, figure("codex-workflows' installer", "not measured: pass --peer <checkout>")];
  return [
    own,
    figure(
      "install / codex-workflows, fsyncs included",
      `${(ms("ours") / ms("theirs")).toFixed(2)}  ${shown("ours")} against ${shown("theirs")}, which syncs nothing`,
    ),
    atMost(
      "install / codex-workflows, without fsyncs",
      ms("ours unsynced") / ms("theirs unsynced"),
      1,
      `${shown("ours unsynced")} against ${shown("theirs unsynced")}`,
    ),
  ];
}
