import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { realDisk } from "../../src/install/real-disk.ts";
import { smallRun } from "./support/small-run.ts";

let work: string;
let program: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "baton-kill-"));
  program = join(work, "kill-self.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./support/kill-self.ts", import.meta.url))],
    outdir: work,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    logLevel: "error",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
});
afterAll(() => rm(work, { recursive: true, force: true }));

interface Ended {
  readonly signal: string | null;
  readonly writes: number;
}

function run(directory: string, command: string, killAt: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(work, "cache") };
    execFile(process.execPath, [program, directory, command, String(killAt)], { env }, (error, stdout, stderr) => {
      const signal = error?.signal ?? null;
      if (error !== null && signal === null) reject(new Error(stderr));
      else resolve({ signal, writes: Number(stdout) });
    });
  });
}

async function tree(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (file) => [file.slice(directory.length), await readFile(file, "utf8")]),
  );
  return Object.fromEntries(texts);
}

async function repository(name: string, ...commands: readonly string[]): Promise<string> {
  const directory = join(work, name);
  await mkdir(join(directory, ".git"), { recursive: true });
  for (const command of commands) await smallRun(realDisk, directory, command);
  return directory;
}

const edited = "---\nname: a\ndescription: b\n---\nMINE\ntwo\nthree\n1.0.0\n";

/** Kills a command at each of its writes in turn, each time in a copy, and runs it again. */
async function killEverywhere(start: string, command: string): Promise<void> {
  const whole = `${start}-whole`;
  await cp(start, whole, { recursive: true });
  const { writes } = await run(whole, command, 0);
  const expected = await tree(whole);
  const one = async (at: number): Promise<void> => {
    const copy = `${start}-${at}`;
    await cp(start, copy, { recursive: true });
    expect(await run(copy, command, at)).toMatchObject({ signal: "SIGKILL" });
    await smallRun(realDisk, copy, command);
    expect(await tree(copy), `killed at write ${at}`).toEqual(expected);
  };
  expect(writes).toBeGreaterThan(10);
  const all = Array.from({ length: writes }, (_, at) => at + 1);
  while (all.length > 0) await Promise.all(all.splice(0, 3).map(one));
}

it("an install killed by SIGKILL at any write is finished by the next", async () => {
  await killEverywhere(await repository("install"), "1.0.0");
});

it("an update killed by SIGKILL at any write is finished by the next, with the user's edits", async () => {
  const start = await repository("update", "1.0.0");
  await writeFile(join(start, ".agents/skills/a/SKILL.md"), edited);
  await killEverywhere(start, "2.0.0");
});

it("an uninstall killed by SIGKILL at any write is finished by the next, and the edited file stays", async () => {
  const start = await repository("uninstall", "1.0.0");
  await writeFile(join(start, ".agents/skills/a/SKILL.md"), edited);
  await killEverywhere(start, "uninstall");
  expect(await tree(`${start}-whole`)).toEqual({ "/.agents/skills/a/SKILL.md": edited });
});

it("of installs that start at the same moment, each ends done or refused, and the result is whole", async () => {
  const whole = await tree(await repository("one", "1.0.0"));
  const directory = await repository("many");
  const ended = await Promise.allSettled([1, 2, 3, 4].map(() => run(directory, "1.0.0", 0)));
  expect(ended.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  for (const one of ended) if (one.status === "rejected") expect(String(one.reason)).toMatch(/another install/);
  expect(await tree(directory)).toEqual(whole);
});
