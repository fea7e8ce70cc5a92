import { execFile, execFileSync, spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadShipped } from "../../src/pack/shipped.ts";

const root = join(import.meta.dirname, "../..");
const built = join(root, "dist/baton.mjs");
let directory: string;
let program: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "baton build "));
  await mkdir(join(directory, "some where"));
  program = join(directory, "some where", "baton.mjs");
  await copyFile(built, program);
});
afterAll(() => rm(directory, { recursive: true }));

async function baton(...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, [program, ...args], { cwd: directory })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

test("the program is one file that runs anywhere, with a space in its path", async () => {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  expect(await baton("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  expect((await baton("--help")).stdout).toContain(
    "Exit status: 0 clean, 1 findings, 2 called wrongly, 3 could not finish.",
  );
});

test("every agent's own example is valid in the program, and without its first required field it is not", async () => {
  const { contract, schemaOf } = await loadShipped();
  for (const { name } of contract.agents) {
    const schema = await schemaOf(name);
    if (schema === undefined) throw new Error(`${name} has no schema`);
    const { examples, required } = schema.schema as {
      examples: [Record<string, unknown>];
      required: [string];
    };
    const { [required[0]]: _, ...lacking } = examples[0];
    await writeFile(join(directory, `${name}.json`), JSON.stringify(examples[0]));
    await writeFile(join(directory, `${name}.01.json`), JSON.stringify(lacking));
  }
  const { stdout, status } = await baton("validate", ".", "--json");
  const { answers } = JSON.parse(stdout) as {
    answers: { file: string; agent: string; valid: boolean; findings: { code: string }[] }[];
  };
  expect(status).toBe(1);
  expect(answers).toHaveLength(contract.agents.length * 2);
  for (const { file, valid, findings } of answers) {
    expect([file, valid]).toEqual([file, !file.includes(".01.")]);
    if (!valid) expect(findings.map(({ code }) => code)).toContain("response/missing-field");
  }
}, 60_000);

/** Both programs in a repository, as an install puts them there; what they print for an input. */
async function inRepository(checkedOut: (text: string) => string = (text) => text) {
  const repository = await mkdtemp(join(directory, "repository "));
  const bin = join(repository, ".baton", "bin");
  await mkdir(bin, { recursive: true });
  for (const name of ["baton.mjs", "hook.mjs"]) {
    const text = await readFile(join(root, "dist", name), "latin1");
    await writeFile(join(bin, name), checkedOut(text), "latin1");
  }
  execFileSync("git", ["init", "--quiet"], { cwd: repository });
  const node = (input: string, name: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [join(bin, name), ...args], { cwd: repository, input, encoding: "utf8" });
  const common = { session_id: "01a1fbfc-9141-7fc3-b7ad-5c7db7524451", cwd: repository };
  const hook = (event: string, fields: object): string =>
    node(JSON.stringify({ ...common, hook_event_name: event, ...fields }), "hook.mjs", event);
  return { bin, log: join(repository, ".baton", "hooks.log"), node, hook };
}

const invocation = { prompt: "$recipe-implement Reject expired tokens." };

test("the hooks' program answers events with the program beside it, and says of another build's that it is one", async () => {
  const { bin, log, hook } = await inRepository();
  expect(hook("UserPromptSubmit", invocation)).toBe("");
  const spawn = { tool_name: "spawn_agent", tool_input: { agent_type: "solver", message: "Solve." }, tool_use_id: "1" };
  expect(hook("PreToolUse", spawn)).toContain('"permissionDecision":"deny"');
  await expect(readFile(log)).rejects.toThrow("ENOENT");

  await writeFile(join(bin, "baton.mjs"), "// another\n");
  expect(hook("PreToolUse", spawn)).toBe("");
  expect(await readFile(log, "utf8")).toContain("are of different builds: run npx codex-baton update");
});

test("in a checkout that gives lines another end, both programs work: plain parts, compressed ones, and hooks", async () => {
  const { log, node, hook } = await inRepository((text) => text.replaceAll("\n", "\r\n"));
  const answer = ["validate", "--stdin", "--agent", "quality-fixer"];
  expect(node('{"status": "approved"}', "baton.mjs", ...answer)).toContain("valid, proceed");
  expect(node("", "baton.mjs", "explain", "response/cut-off")).toContain("the JSON ends before");
  expect(hook("UserPromptSubmit", invocation)).toBe("");
  expect(node("", "baton.mjs", "run", "list")).toContain("Reject expired tokens.");
  await expect(readFile(log)).rejects.toThrow("ENOENT");
});

test("the hooks' program says what it is to a person who starts it", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist/hook.mjs")], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("see baton hook --help") });
});

test("a command whose code lies compressed in the file works as well", async () => {
  expect((await baton("explain", "response/cut-off")).stdout).toContain("the JSON ends before it is complete");
  expect(await baton("lint", ".")).toMatchObject({ status: 2 });
});

test("the program asks for nothing but Node's own modules", async () => {
  const text = await readFile(program, "latin1");
  expect(text.match(/^import .*$/gm)).toBeNull();
  expect(
    execFileSync(process.execPath, [program, "schema", "solver", "--outline"], {
      encoding: "utf8",
      env: { NODE_PATH: "" },
    }),
  ).toContain("solutions");
});
