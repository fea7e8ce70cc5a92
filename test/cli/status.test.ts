import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeRepository, type Repository } from "./support/repository.ts";

const skill = ".agents/skills/coding-rules/SKILL.md";

interface Entry {
  readonly base?: string;
}

/** Rewrites the manifest as an interrupted run leaves it, and takes two files away. */
async function interrupted(state: "installing" | "removing"): Promise<Repository> {
  const repository = makeRepository();
  await repository.run("install");
  const manifest = JSON.parse(repository.read(".baton/manifest.json"));
  const begun = ({ base, ...entry }: Entry): object => ({ ...entry, pending: { base, result: base } });
  const files = state === "installing" ? manifest.files.map(begun) : manifest.files;
  repository.write(".baton/manifest.json", JSON.stringify({ ...manifest, state, files }));
  for (const path of [skill, ".codex/agents/task-executor.toml"]) rmSync(join(repository.root, path));
  return repository;
}

it.each([
  [
    "installing",
    "An install was interrupted: baton install finishes it",
    "not written yet",
    { unwritten: 2, removed: 0 },
  ],
  [
    "removing",
    "An uninstall was interrupted: baton uninstall finishes it",
    "removed already",
    { unwritten: 0, removed: 2 },
  ],
] as const)(
  "says how far an interrupted run got while it is %s, and offers no update",
  async (state, head, how, counts) => {
    const { run, json } = await interrupted(state);
    const { out } = await run("status");
    expect(out).toMatch(new RegExp(`\\n${head}\\n  2 of \\d+ files ${how}\\n$`));
    expect(await json("status")).toMatchObject({ state, drift: [], update: null, ...counts });
    expect((await run("status --exit-code")).status).toBe(1);
  },
);

it("says that an update mends a lost record, and the update says which records it brought up to date", async () => {
  const { run, json, read, write } = makeRepository();
  await run("install");
  const copies = read(".baton/base.jsonl");
  write(".baton/base.jsonl", "");
  const { out } = await run("status");
  expect(out).toContain(
    `${skill}  its pristine copy in .baton/base.jsonl is missing or changed: baton update mends that`,
  );
  expect(out).toMatch(/\n {2}baton update brings its records up to date: \.baton\/base\.jsonl\n$/);
  expect(await json("status")).toMatchObject({ update: [], records: [".baton/base.jsonl"] });
  expect((await run("update")).out).toContain("\n  records brought up to date: .baton/base.jsonl\n");
  expect(read(".baton/base.jsonl")).toBe(copies);
});

it("says that edits can no longer be merged where the new version changes a file without its pristine copy", async () => {
  const { age, run, read, write } = makeRepository();
  await run("install");
  age(skill, "old\n");
  write(skill, "mine\n");
  write(".baton/base.jsonl", read(".baton/base.jsonl").replace('"old\\n"', '"other\\n"'));
  expect((await run("status")).out).toContain(
    `${skill}  its pristine copy in .baton/base.jsonl is missing or changed: no update`,
  );
});

it("writes no record anew for a checkout's line ends alone", async () => {
  const { run, tree, write } = makeRepository();
  write(".codex/hooks.json", '{\n  "hooks": {\n  }\n}\n');
  await run("install");
  for (const [path, text] of Object.entries(tree())) write(path, text.replaceAll("\n", "\r\n"));
  const before = tree();
  expect((await run("update")).out).toMatch(/: up to date\n$/);
  expect(tree()).toEqual(before);
  await run("uninstall");
  expect(tree()).toEqual({ ".codex/hooks.json": '{\r\n  "hooks": {\r\n  }\r\n}\r\n' });
});

it.each([
  [".codex/config.toml", "x = [\n"],
  [".codex/hooks.json", "{"],
])("shows what differs where %s does not parse, and that it would stop an update", async (path, broken) => {
  const { run, json, write, root } = makeRepository();
  await run("install");
  write(path, broken);
  rmSync(join(root, skill));
  const { status, out } = await run("status");
  expect(status).toBe(0);
  expect(out).toContain(`  ${path}  does not parse\n`);
  expect(out).toContain(`  ${skill}  deleted\n`);
  expect(out).toMatch(
    new RegExp(`^baton update would stop: ${path}:\\d+:\\d+: .* \\[install/config-unreadable\\]$`, "m"),
  );
  expect(await json("status")).toMatchObject({
    drift: [{ kind: "deleted" }, { target: path, kind: "unreadable" }],
    update: null,
    obstacle: { code: "install/config-unreadable", where: { file: path } },
  });
  expect((await run("status --exit-code")).status).toBe(1);
});
