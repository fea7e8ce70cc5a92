import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { type Step, sessionFile } from "../helpers/session-file.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const invoked: Step = { does: "invoke", recipe: "recipe-implement" };
const broken = sessionFile([invoked, { does: "spawn", type: "worker" }]);
const warned = sessionFile([invoked, { does: "wait", timeoutMs: 100 }], {
  id: "01a20000-0000-7000-8000-000000000002",
  startedAt: "2026-01-06T10:00:00.000Z",
});
const free = sessionFile([{ does: "say", text: "What is this?" }], {
  id: "01a30000-0000-7000-8000-000000000003",
  startedAt: "2026-01-07T10:00:00.000Z",
});
const all = [broken, warned, free];

/** A repository, with sessions that were started in it below its `.codex-home`. */
function repository(sessions: readonly { path: string; text: string }[], files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFiles({ ".git/HEAD": "", ...files });
  const home = temporaryFiles(
    Object.fromEntries(sessions.map(({ path, text }) => [path, text.replaceAll('"/project"', JSON.stringify(cwd))])),
  );
  return { cwd, env: { CODEX_HOME: home } };
}

test("tells the story of a session file and fails on an error", async () => {
  const cwd = temporaryFiles({ "s.jsonl": broken.text });
  const { status, out, err } = await baton(["audit", "s.jsonl"], { cwd });
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(out).toContain("  0:04  $recipe-implement is invoked\n");
  expect(out).toMatch(
    /\n {8}error: "worker" is not an agent of the flow.* \[flow\/foreign-agent\]\n {10}at: s\.jsonl:6\n/,
  );
  expect(out.trimEnd().split("\n").at(-1)).toMatch(/^broken: \d errors?, the first at 0:05: flow\/foreign-agent$/);
});

test("says in one line that no recipe was invoked", async () => {
  const cwd = temporaryFiles({ "s.jsonl": free.text });
  expect(await baton(["audit", "s.jsonl"], { cwd })).toEqual({
    status: 0,
    err: "",
    out: "session 01a30000-0000-7000-8000-000000000003 (s.jsonl): no recipe was invoked: nothing is held against this session\n",
  });
});

test("warnings fail only where they are limited", async () => {
  const cwd = temporaryFiles({ "s.jsonl": warned.text });
  expect((await baton(["audit", "s.jsonl"], { cwd })).status).toBe(0);
  expect((await baton(["audit", "s.jsonl", "--max-warnings", "0"], { cwd })).status).toBe(1);
  expect((await baton(["audit", "s.jsonl", "--max-warnings", "1"], { cwd })).status).toBe(0);
});

test.each([[[]], [["--last"]]])("%j takes the last session of the repository and says which", async (words) => {
  const { status, out } = await baton(["audit", ...words], repository([warned]));
  expect(status).toBe(0);
  expect(out).toMatch(/^session 01a20000-0000-7000-8000-000000000002 {2}\$recipe-implement/);
});

test("the last session is this repository's, not another's", async () => {
  const { cwd } = repository([]);
  const { env } = repository([broken]);
  const { status, err } = await baton(["audit"], { cwd, env });
  expect(status).toBe(3);
  expect(err).toMatch(/^\S.*error: no session was started in .* \[trace\/no-session\]\n/);
});

test("--session takes the session of an id, or of the begin of one", async () => {
  const outside = repository(all);
  const ids = ["01a30000-0000-7000-8000-000000000003", "01a3"];
  for (const id of ids) expect((await baton(["audit", "--session", id], outside)).out).toMatch(/^session 01a30000-/);
});

test("--session fails for an id that no session has", async () => {
  const { status, err } = await baton(["audit", "--session", "01a9"], repository(all));
  expect(status).toBe(3);
  expect(err).toContain('there is no session "01a9" [trace/no-session]');
});

test("a directory is summed up, a line for each session, after what was found", async () => {
  const cwd = temporaryFiles(Object.fromEntries(all.map(({ path, text }) => [path, text])));
  const { status, out, err } = await baton(["audit", "sessions"], { cwd });
  expect({ status, err }).toEqual({ status: 1, err: "" });
  const lines = out.trimEnd().split("\n");
  expect(lines.slice(-4).map((line) => line.replace(/^sessions\/\S+: /, ""))).toEqual([
    expect.stringMatching(/^\$recipe-implement broken: /),
    "$recipe-implement warned: 1 warning, the first at 0:05: team/short-wait",
    "free: no recipe was invoked: nothing is held against this session",
    expect.stringMatching(/^3 sessions audited, 1 without a recipe: \d errors?, 1 warning$/),
  ]);
  expect(out).toMatch(/^sessions\/2026\/01\/05\/\S+\.jsonl:6:1: error: "worker" is not/);
});

test("--since takes the repository's sessions from a day on", async () => {
  const { status, out } = await baton(["audit", "--since", "2026-01-06"], repository(all));
  expect(status).toBe(0);
  expect(out).toContain("2 sessions audited, 1 without a recipe: 1 warning\n");
});

test("--since a length of time ago finds nothing where nothing has happened since", async () => {
  expect(await baton(["audit", "--since", "1h"], repository(all))).toEqual({
    status: 0,
    out: "0 sessions audited: nothing found\n",
    err: "",
  });
});

test("--since takes a directory's sessions from a day on", async () => {
  const cwd = temporaryFiles(Object.fromEntries(all.map(({ path, text }) => [path, text])));
  const { out } = await baton(["audit", "sessions", "--since", "2026-01-07"], { cwd });
  expect(out).toContain("1 session audited, 1 without a recipe: nothing found\n");
});

test("--quiet leaves findings", async () => {
  const cwd = temporaryFiles({ "warned.jsonl": warned.text, "free.jsonl": free.text });
  expect((await baton(["audit", "-q", "free.jsonl"], { cwd })).out).toBe("");
  const { out } = await baton(["audit", "-q", "warned.jsonl"], { cwd });
  expect(out).toMatch(/^warned\.jsonl:6:1: warning: .* \[team\/short-wait\]\n {2}hint: .*\n\n$/);
});

test.each([
  ["two ways to name sessions", ["s.jsonl", "--last"], "a file and --last exclude each other"],
  ["--session with --last", ["--session", "01a3", "--last"], "--last and --session exclude each other"],
  ["--since with --last", ["--since", "2h", "--last"], "--since asks for all sessions of a time"],
  ["a time that is none", ["--since", "yesterday"], '--since is "yesterday", neither a date nor a length of time'],
  [
    "a day that does not exist",
    ["--since", "2026-13-45"],
    '--since is "2026-13-45", neither a date nor a length of time',
  ],
  ["a limit that is no number", ["--max-warnings", "few"], '--max-warnings is "few", not a number'],
  ["a page of many sessions", ["--since", "2h", "--html", "a.html"], "a page shows one session"],
  [
    "two things on standard output",
    ["--html", "-", "--json"],
    "the page and the findings cannot both go to standard output",
  ],
])("%s is called wrongly", async (_, words, message) => {
  const { status, out, err } = await baton(["audit", ...words], repository(all));
  expect({ status, told: out + err }).toEqual({ status: 2, told: expect.stringContaining(message) });
});

test.each([
  ["a file that does not exist", "gone.jsonl", "[parse/unreadable]"],
  ["a file that is no session", "notes.txt", "[trace/not-a-session]"],
  ["a directory without a session", "empty", "[trace/no-session]"],
])("%s fails with a way on", async (_, name, code) => {
  const cwd = temporaryFiles({ "notes.txt": "hello\n", "empty/notes.txt": "" });
  const { status, out, err } = await baton(["audit", name], { cwd });
  expect({ status, out }).toEqual({ status: 3, out: "" });
  expect(err).toContain(code);
});

test("tells that a person had switched the hooks off", async () => {
  const off = { at: "2025-12-24T18:00:00.000Z", on: false, by: "project", session: null, who: "ada" };
  const { cwd, env } = repository([warned], { ".baton/hooks.jsonl": `${JSON.stringify(off)}\n` });
  const { status, out } = await baton(["audit"], { cwd, env });
  expect(status).toBe(0);
  expect(out).toMatch(
    /\n {2}0:00 {2}.*hooks.* off .*\n {8}info: Baton's hooks are switched off for the project \[hooks\/off\]\n/,
  );
  expect(out).toContain("  at: .baton/hooks.jsonl:1\n");
});

test("on a terminal the verdict is coloured", async () => {
  const cwd = temporaryFiles({ "s.jsonl": broken.text });
  const { out } = await baton(["audit", "s.jsonl"], { cwd, terminal: true });
  expect(out).toContain("\u001b[31mbroken:\u001b[39m");
});
