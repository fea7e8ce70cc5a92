import { execFileSync } from "node:child_process";
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { atMost, figure, type Line } from "./bar.ts";
import { timeProcesses } from "./compare.ts";

/**
 * Whole-process installs into empty Git repositories: ours against the installer of a checkout of codex-workflows, and
 * what the durability of our writes costs by itself.
 * @param peer the checkout's directory; without one only our own time is shown
 */
export function benchInstall(program: string, workDirectory: string, peer: string | undefined): Line[] {
  const emptyRepository = (): string => {
    const directory = mkdtempSync(join(workDirectory, "repository-"));
    mkdirSync(join(directory, ".git"));
    return directory;
  };
  const node = process.execPath;
  const contenders = [
    { name: "floor", command: node, args: ["-e", "0"] },
    { name: "baton", command: node, args: [program, "install", "--yes"], prepare: emptyRepository },
    ...(peer === undefined
      ? []
      : [{ name: "peer", command: node, args: [join(peer, "bin/cli.js"), "install"], prepare: emptyRepository }]),
  ];
  const times = timeProcesses(contenders, 15);
  const [floor, baton, other] = ["floor", "baton", "peer"].map((name) => times.get(name) ?? 0) as [
    number,
    number,
    number,
  ];
  const probe = emptyRepository();
  execFileSync(node, [program, "install", "--yes"], { cwd: probe });
  const files = readdirSync(probe, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const fsyncMs = timeFsyncs(workDirectory, files);
  const own = figure(
    "baton install, whole process",
    `${baton.toFixed(0)} ms, ${files} files; node -e 0 ${floor.toFixed(0)} ms`,
  );
  const sync = figure(`${files} × write, fsync one after another`, `${fsyncMs.toFixed(0)} ms on this disk`);
  if (peer === undefined)
    return [own, sync, figure("codex-workflows' installer", "not measured: pass --peer <checkout>")];
  return [
    own,
    sync,
    atMost(
      "baton install / codex-workflows install",
      baton / other,
      1,
      `${baton.toFixed(0)} ms against ${other.toFixed(0)} ms, fsyncs included`,
    ),
  ];
}

function timeFsyncs(directory: string, count: number): number {
  const startedAt = performance.now();
  for (let at = 0; at < count; at++) {
    const file = openSync(join(directory, `sync-${at}`), "w");
    writeSync(file, "x".repeat(4000));
    fsyncSync(file);
    closeSync(file);
  }
  return performance.now() - startedAt;
}
