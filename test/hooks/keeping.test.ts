import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { finalChecks } from "../e2e/plays/session-expiry.ts";
import { HookedRepository } from "./support/codex-session.ts";
import { request, upTo } from "./support/medium-session.ts";

type Observed = Readonly<Record<string, unknown>>;

/** What a repository's newest run observed of these kinds, oldest first. */
async function observed(repository: HookedRepository, ...kinds: readonly string[]): Promise<Observed[]> {
  const { runs } = await repository.run("list", "--include-ended");
  const { events } = await repository.run("replay", runs[0].run_id, "--limit", "1000");
  const seen = events.toReversed().flatMap(({ payload }: { payload: { event?: Observed } }) => payload.event ?? []);
  return seen.filter(({ kind }: Observed) => kinds.includes(String(kind)));
}

test("loses nothing when several hooks of a session run at once", async () => {
  const repository = new HookedRepository();
  const session = repository.session(2);
  await upTo(session, "quality");
  await session.commit("Reject expired session tokens");

  const agents = await Promise.all(finalChecks.map(({ agent, message }) => session.spawn(agent, message)));
  await Promise.all(agents.map((agent, at) => session.answer(agent, finalChecks[at]?.answers[0] ?? null)));

  const answers = await observed(repository, "answer");
  expect(
    answers
      .slice(-2)
      .map(({ thread }) => thread)
      .sort(),
  ).toEqual(agents.map(({ id }) => id).sort());
  const { runs } = await repository.run("list");
  expect(await repository.steps(runs[0].run_id)).toMatchObject({
    verify_code: "completed",
    review_security: "completed",
  });
  expect(await repository.run("verify")).toMatchObject({ ok: true });
});

test("sends a turn that owes something on once, then lets it end", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  await session.spawn("requirement-analyzer");

  expect(await session.stop("It is under way.")).toEqual({
    decision: "block",
    reason:
      'Baton: the turn ends while "requirement-analyzer" is running [team/left-running]. Wait for the answer before you end the turn.',
  });
  expect(await session.stop("It is under way.")).toBeUndefined();
  expect(await observed(repository, "sent_on", "turn_ended")).toMatchObject([
    { kind: "sent_on" },
    { kind: "turn_ended" },
  ]);
});

test("never sends a turn on that another hook has sent on", async () => {
  const session = new HookedRepository().session();
  await session.person(`$recipe-implement ${request}`);
  await session.spawn("requirement-analyzer");
  expect(await session.stop("It is under way.", true)).toBeUndefined();
});

test("keeps what was refused, and why", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  const { denied } = await session.spawn("work-planner");
  expect(await observed(repository, "spawn")).toMatchObject([{ type: "work-planner", refused: `${denied}.` }]);
});

test("keeps a commit with the hash it left, and none that failed", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "quality");
  await session.shell("git commit -qm 'Nothing staged'");
  const hash = repository.commit();
  await session.shell("git commit -qm 'Reject expired session tokens'", () => {
    repository.write(".git/refs/heads/main", `${"b".repeat(40)}\n`);
    return "";
  });
  expect(hash).not.toBe("b".repeat(40));
  const commits = await observed(repository, "command");
  expect(commits.slice(-2)).toMatchObject([{ exit_code: 1 }, { exit_code: 0 }]);
  const { runs } = await repository.run("list");
  const { steps } = await repository.run("get", runs[0].run_id);
  expect(steps.find(({ key }: { key: string }) => key === "commit")).toMatchObject({
    status: "completed",
    evidence: `commit ${"b".repeat(40)}`,
  });
});

test("holds nothing while a person has the hooks switched off, and tells the run so once", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  repository.env = { ...repository.env, BATON_HOOKS: "off" };
  expect(await session.spawn("work-planner")).not.toHaveProperty("denied");
  expect(await session.patch(".baton/contract.yaml")).toBeUndefined();
  repository.env = { HOME: "/nowhere" };
  expect(await session.spawn("work-planner")).toHaveProperty("denied");
  expect(await observed(repository, "hooks_switched", "spawn")).toMatchObject([
    { kind: "hooks_switched", on: false, by: "environment" },
    { kind: "hooks_switched", on: true },
    { kind: "spawn" },
  ]);
});

test("opens no run in a session whose hooks are off", async () => {
  const repository = new HookedRepository();
  repository.env = { ...repository.env, BATON_HOOKS: "off" };
  await repository.session().person(`$recipe-implement ${request}`);
  expect(existsSync(join(repository.root, ".baton"))).toBe(false);
});

test("caps what a person wrote where it shows", async () => {
  const repository = new HookedRepository();
  await repository.session().person(`$recipe-implement ${"x".repeat(30_000)}`);
  const [message] = await observed(repository, "person_message");
  expect(String(message?.["text"])).toMatch(/^\$recipe-implement x+… \[cut: \d+ more characters\]$/);
  expect(String(message?.["text"])).toHaveLength(20_000);
});

test("skips what the chosen scale leaves out, and starts over in a new pass", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");
  const { runs } = await repository.run("list");
  const before = await repository.run("get", runs[0].run_id);
  const skipped = before.steps.filter(({ status }: { status: string }) => status === "skipped");
  expect(skipped.map(({ key }: { key: string }) => key)).toEqual(
    expect.arrayContaining(["plan_small", "check_small", "write_prd", "approve_adr"]),
  );
  await session.person("No. Name the clock skew.");
  await session.step("technical-designer", {
    status: "completed",
    path: "docs/design/session-expiry-design.md",
    doc_type: "design-doc",
  });
  const after = await repository.run("get", runs[0].run_id);
  expect(after.steps.find(({ key }: { key: string }) => key === "write_design")).toMatchObject({
    status: "completed",
    pass: 2,
  });
});

test("puts on record that a recipe was invoked with the hooks switched off by the environment", async () => {
  const repository = new HookedRepository();
  repository.write(".baton/manifest.json", "{}");
  repository.env = { ...repository.env, BATON_HOOKS: "off" };
  await repository.session().person(`$recipe-implement ${request}`);
  const lines = readFileSync(join(repository.root, ".baton/hooks.jsonl"), "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ on: false, by: "environment", session: "01a1fbfc-9141-7fc3-b7ad-000000000001" }),
  ]);
});
