import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { gatherFacts } from "../../src/doctor/gather-facts.ts";
import { projectPlace } from "../../src/install/place.ts";
import { realDisk } from "../../src/install/real-disk.ts";

/** Gathers facts in an empty directory, with a shell script for a Codex. */
async function gather(script: string): Promise<DoctorFacts> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gather-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const codex = join(root, "codex");
  writeFileSync(codex, `#!/bin/sh\n${script}\n`);
  chmodSync(codex, 0o755);
  const env = { PATH: process.env["PATH"], HOME: root, CODEX_HOME: join(root, "none") };
  return gatherFacts({
    ...{ version: "1.0.0", disk: realDisk, place: projectPlace(root), cwd: root, env },
    ...{ codex, timeoutMs: 400, switchedOff: undefined, stop: new AbortController().signal },
  });
}

test("a Codex that never answers is given up", async () => {
  const { codex } = await gather("sleep 60");

  expect(codex).toMatchObject({ state: "silent", version: undefined, why: "it did not answer within 0.4 s" });
});

test("a Codex that does not start says why, and still which it is", async () => {
  const { codex } = await gather(
    '[ "$1" = --version ] && echo codex-cli 0.20.1 && exit\necho "no such command" >&2; exit 2',
  );

  expect(codex).toMatchObject({ state: "silent", version: "0.20.1", why: "Codex has ended: no such command" });
});

test("a Codex that talks nonsense is no answer", async () => {
  const { codex } = await gather("while read line; do echo nonsense; echo '[]'; echo 1; done");

  expect(codex).toMatchObject({ state: "silent", why: "it did not answer within 0.4 s" });
});

test("without the list of MCP servers no session is started: nothing could keep them from starting too", async () => {
  const reply = `id=$(expr "$line" : '.*"id":\\([0-9]*\\)'); echo "{\\"id\\":$id,\\"result\\":{\\"userAgent\\":\\"x/0.300.0\\"}}"`;
  const { codex } = await gather(`while read line; do ${reply}; done`);

  expect(codex).toMatchObject({
    state: "answered",
    answers: {
      version: "0.300.0",
      skills: { ok: false, why: "its answer to skills/list is not understood" },
      session: { ok: false, why: "its answer to config/read is not understood" },
      server: undefined,
    },
  });
});

test("where nothing is installed there is one problem, and nothing is expected", async () => {
  const facts = await gather("exit 1");

  expect(facts.problems.map(({ code }) => code)).toEqual(["install/not-installed"]);
  expect(facts).toMatchObject({ manifest: undefined, files: [], skills: [], agents: [], hooks: [], server: false });
  expect(facts.node).toEqual({ path: expect.stringContaining("node"), version: process.versions.node });
});
