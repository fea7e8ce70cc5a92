import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The Node of the project, and the machine's own where there is another. */
function nodes(): string[] {
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((directory) => !directory.includes("node_modules"));
  return [
    process.execPath,
    ...onPath
      .map((directory) => join(directory, "node"))
      .filter(existsSync)
      .slice(0, 1),
  ];
}

test("the packed tarball installs into an empty directory and does its main job there, on every Node at hand", {
  timeout: 60_000,
}, () => {
  const directory = mkdtempSync(join(tmpdir(), "baton-package-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const run = (command: string, args: readonly string[], cwd: string): string =>
    execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", directory], root),
  ) as [{ filename: string }];
  const project = join(directory, "project");
  mkdirSync(project);
  run("git", ["init", "--quiet"], project);
  run("npm", ["init", "--yes"], project);
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(directory, filename)], project);

  expect(existsSync(join(project, "node_modules/codex-baton/dist/release.pack"))).toBe(true);
  for (const node of nodes()) {
    const baton = (...args: readonly string[]): string =>
      run(node, [join(project, "node_modules/codex-baton/dist/baton.mjs"), ...args], project);
    expect(baton("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(baton("install", "--yes")).toContain("14 agents");
    expect(baton("status")).toContain("up to date");
    expect(baton("lint")).toContain("nothing found");
    expect(run(node, [join(project, ".baton/bin/baton.mjs"), "schema", "solver", "--outline"], project)).toContain(
      "recommendation",
    );
    expect(baton("uninstall", "--yes")).toContain("everything is as it was");
  }
});
