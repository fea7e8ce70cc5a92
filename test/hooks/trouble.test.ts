import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { HookedRepository } from "./support/codex-session.ts";
import { request, upTo } from "./support/medium-session.ts";

function logOf(repository: HookedRepository): { readonly event: string; readonly error: string }[] {
  const file = join(repository.root, ".baton/hooks.log");
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
}

/** Makes this process a Node that has no SQLite, for the rest of the test. */
function withoutSqlite(): void {
  const { getBuiltinModule } = process;
  const without = (id: string): unknown => (id === "node:sqlite" ? undefined : getBuiltinModule.call(process, id));
  process.getBuiltinModule = without as typeof getBuiltinModule;
  onTestFinished(() => {
    process.getBuiltinModule = getBuiltinModule;
  });
}

test("holds what needs no run where Node keeps none, and lets the rest go", async () => {
  withoutSqlite();
  const repository = new HookedRepository();
  const session = repository.session(2);
  await session.person(`$recipe-implement ${request}`);

  const inherits = await session.spawn("requirement-analyzer", "Analyze.", { inherits: true });
  expect(inherits.denied).toContain("[team/inherited-conversation]");
  const agent = await session.spawn("task-executor", "Implement.");
  expect(agent).not.toHaveProperty("denied");
  expect(await session.answer(agent, "done")).toMatchObject({ decision: "block" });
  const reviewer = { id: "01a1fbfc-9397-7300-a030-000000000001", type: "document-reviewer", name: "review" };
  expect(await session.shell("rm src/a.ts", "", reviewer)).toMatchObject({
    hookSpecificOutput: { permissionDecisionReason: expect.stringContaining("[team/write-forbidden]") },
  });
  expect(await session.shell("rm .baton/contract.yaml")).toMatchObject({
    hookSpecificOutput: { permissionDecision: "deny" },
  });
  expect(await session.stop("All is done.")).toBeUndefined();
  expect(readFileSync(join(repository.root, ".baton/.gitignore"), "utf8")).toContain("sessions/\n");
  expect(logOf(repository)).toEqual([
    expect.objectContaining({ event: "UserPromptSubmit", error: expect.stringContaining("[run/old-node]") }),
  ]);
});

test("lets Codex go on over a store that is broken, and holds what needs none", async () => {
  const repository = new HookedRepository();
  const session = repository.session(2);
  await upTo(session, "requirements");
  writeFileSync(join(repository.root, ".baton/runs.db"), "no database");

  expect(await session.spawn("acceptance-test-generator")).not.toHaveProperty("denied");
  const inherits = await session.spawn("codebase-analyzer", "Analyze.", { inherits: true });
  expect(inherits.denied).toContain("[team/inherited-conversation]");
  expect(await session.stop("Stop.")).toBeUndefined();
  expect(await session.person("Yes.")).toBeUndefined();
  const errors = logOf(repository).map(({ error }) => error);
  expect(errors.length).toBeGreaterThan(2);
  expect(new Set(errors)).toEqual(new Set(["the store of runs is not a database [run/not-a-store]"]));
});

test("keeps its log small: a long one is put aside", async () => {
  const repository = new HookedRepository();
  repository.write(".baton/hooks.log", `${"x".repeat(256_000)}\n`);
  const session = repository.session();
  await session.bytes("Stop", "garbage");
  expect(readFileSync(join(repository.root, ".baton/hooks.log.old"), "utf8")).toContain("no hook's payload");
  await session.bytes("Stop", "garbage");
  expect(logOf(repository)).toHaveLength(1);
});

test("writes no record through a link", async () => {
  const repository = new HookedRepository();
  repository.write(".baton/contract.yaml", "version: 1\n");
  repository.write("mine.txt", "mine");
  symlinkSync("../mine.txt", join(repository.root, ".baton/hooks.log"));
  await repository.session().bytes("Stop", "garbage");
  expect(readFileSync(join(repository.root, "mine.txt"), "utf8")).toBe("mine");
});

test("marks no session through a link that leads elsewhere", async () => {
  const repository = new HookedRepository();
  repository.write("elsewhere/x", "");
  repository.write(".baton/contract.yaml", "version: 1\n");
  symlinkSync("../elsewhere", join(repository.root, ".baton/sessions"));
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  expect(existsSync(join(repository.root, "elsewhere", `${session.id}.json`))).toBe(false);
  expect(logOf(repository)).toMatchObject([{ error: expect.stringContaining("is a link") }]);
});

test("takes a session's id for no path", async () => {
  const repository = new HookedRepository();
  const common = { cwd: repository.root, hook_event_name: "UserPromptSubmit", prompt: `$recipe-implement ${request}` };
  const payload = JSON.stringify({ ...common, session_id: "../../escape" });
  expect(await repository.session().bytes("UserPromptSubmit", payload)).toBe("");
  expect(existsSync(join(repository.root, "escape.json"))).toBe(false);
});

test("lets Codex go on where nothing can be written", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  chmodSync(join(repository.root, ".baton/sessions"), 0o500);
  onTestFinished(() => chmodSync(join(repository.root, ".baton/sessions"), 0o700));
  await session.person("Yes.");
  expect(await session.hook("Stop", { last_assistant_message: "Shall I go on?" })).toBeUndefined();
});
