import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { baton, type Ran } from "../helpers/fake-io.ts";
import { makeRepository } from "./support/repository.ts";

const hint = "hint: this is your home: baton install --user";

it.each(["install --yes", "install --dry-run"])(
  "%s is refused in a repository that is the user's home",
  async (line) => {
    const { root, tree } = makeRepository();
    const ran = await baton(line.split(" "), { cwd: root, env: { HOME: root } });
    expect(ran).toMatchObject({ status: 2, err: expect.stringContaining("[install/home]") });
    expect(ran.err).toContain(hint);
    expect(tree()).toEqual({});
  },
);

it("is refused in a home that is no repository before anybody is asked, and with --directory", async () => {
  const { root, home } = makeRepository();
  const install = (cwd: string, ...more: string[]): Promise<Ran> =>
    baton(["install", "--yes", ...more], { cwd, env: { HOME: home } });
  expect((await install(home)).err).toContain("[install/home]");
  expect((await install(root, "--directory", home)).err).toContain("[install/home]");
  expect((await install(root, "--directory", "../home/.")).err).toContain("[install/home]");
});

it.each([
  ["CODEX_HOME is the repository's .codex", () => {}],
  [
    "CODEX_HOME is a link to it",
    (codex: string, given: string) => {
      mkdirSync(codex);
      symlinkSync(codex, given);
    },
  ],
  [
    "it is a link to CODEX_HOME",
    (codex: string, given: string) => {
      mkdirSync(given);
      symlinkSync(given, codex);
    },
  ],
])("is refused where %s", async (name, make) => {
  const { root, home } = makeRepository();
  const codex = join(root, ".codex");
  const given = name.includes("link") ? join(home, "codex") : codex;
  make(codex, given);
  const ran = await baton(["install", "--yes"], { cwd: root, env: { HOME: home, CODEX_HOME: given } });
  expect(ran).toMatchObject({ status: 2, err: expect.stringContaining("[install/home]") });
});

it("is not refused for the user, nor in any other repository", async () => {
  const { root, home } = makeRepository();
  const env = { HOME: home, CODEX_HOME: join(home, "codex") };
  expect((await baton(["install", "--user", "--yes"], { cwd: home, env })).status).toBe(0);
  expect((await baton(["install", "--yes"], { cwd: root, env })).status).toBe(0);
});

it("shows an install that is there already, updates it no more, gives its hooks no trust, and takes it away", async () => {
  const { root, run, tree } = makeRepository();
  await run("install --yes");
  const inHome = (...argv: string[]): Promise<Ran> => baton(argv, { cwd: root, env: { HOME: root } });
  expect((await inHome("status")).status).toBe(0);
  for (const argv of [["update"], ["install"], ["trust", "--yes"], ["trust", "--dry-run"]]) {
    expect(await inHome(...argv)).toMatchObject({ status: 2, err: expect.stringContaining("[install/home]") });
  }
  expect((await inHome("uninstall")).out).toContain("everything is as it was");
  expect(tree()).toEqual({});
});

it("knows the home through a link to it", async () => {
  const { root, home } = makeRepository();
  renameSync(join(root, ".git"), join(home, ".git"));
  symlinkSync(home, join(root, "elsewhere"));
  const ran = await baton(["install", "--yes"], { cwd: home, env: { HOME: join(root, "elsewhere") } });
  expect(ran.err).toContain("[install/home]");
});
