import { mkdirSync, symlinkSync, utimesSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastSession, sessionWithId } from "../../src/trace/find-session.ts";
import { sessionsIn, sessionsSince } from "../../src/trace/list-sessions.ts";
import { sessionsDirectory } from "../../src/trace/sessions-directory.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { child, root, sessionText } from "./support/session-lines.ts";

const id = (last: string) => `01a1fbd0-0090-7372-b769-512e1c9f92c${last}`;
const name = (day: string, last: string) => `${day.replaceAll("-", "/")}/rollout-${day}T10-00-00-${id(last)}.jsonl`;

/** Two root sessions of `checkout`, one of a directory in it, one elsewhere, and a subagent's. */
function sessions(checkout: string): { readonly directory: string; readonly file: (last: string) => string } {
  const begun = (day: string, last: string, cwd: string) =>
    sessionText([root(id(last), { cwd, timestamp: `${day}T10:00:00.000Z` })]);
  const names = {
    1: name("2026-11-19", "1"),
    2: name("2026-11-20", "2"),
    3: name("2026-11-21", "3"),
    4: name("2026-11-21", "4"),
    5: name("2026-11-22", "5"),
  };
  const directory = temporaryFiles({
    [names[1]]: begun("2026-11-19", "1", checkout),
    [names[2]]: begun("2026-11-20", "2", join(checkout, "sub")),
    [names[3]]: begun("2026-11-21", "3", `${checkout}-other`),
    [names[4]]: sessionText([child(id("4"), { parent_thread_id: id("1"), session_id: id("1"), cwd: checkout })]),
    [names[5]]: "not a session\n",
    "2026/11/21/notes.txt": "",
    "elsewhere/2026/x.jsonl": "",
  });
  const file = (last: string) => join(directory, names[last as unknown as keyof typeof names]);
  for (const last of ["1", "2", "3", "4", "5"]) utimesSync(file(last), 1000, 1000 + Number(last));
  return { directory, file };
}

test("the last session of a checkout is the one written to last, in it or below it", () => {
  const { directory, file } = sessions("/work");
  expect(lastSession(directory, "/work")).toBe(file("2"));
  utimesSync(file("1"), 2000, 2000);
  expect(lastSession(directory, "/work")).toBe(file("1"));
  expect(lastSession(directory, "/work/sub")).toBe(file("2"));
});

test("a checkout named through a link is the same checkout", () => {
  const real = join(temporaryFiles(), "real");
  mkdirSync(real);
  symlinkSync(real, `${real}-link`);
  const { directory, file } = sessions(real);
  expect(lastSession(directory, `${real}-link`)).toBe(file("2"));
});

test("a checkout without a session has no last one", () => {
  const { directory } = sessions("/work");
  expect(() => lastSession(directory, "/workshop")).toThrow(
    expect.objectContaining({
      code: "trace/no-session",
      message: "no session was started in /workshop",
      where: { file: directory },
    }),
  );
});

test("a session is found by its id, or the beginning of it that only it has", () => {
  const { directory, file } = sessions("/work");
  expect(sessionWithId(directory, id("3"))).toBe(file("3"));
  expect(sessionWithId(directory, id("3").toUpperCase())).toBe(file("3"));
  expect(() => sessionWithId(directory, id("3").slice(0, -1))).toThrow(
    `5 sessions have an id that begins with "${id("3").slice(0, -1)}"`,
  );
});

test.each(["01a1fbd1", "01a", "../../etc/passwd", ""])("there is no session %j", (unknown) => {
  const { directory } = sessions("/work");
  expect(() => sessionWithId(directory, unknown)).toThrow(expect.objectContaining({ code: "trace/no-session" }));
});

test("sessions since a moment are the root ones started then or later, the oldest first", () => {
  const { directory, file } = sessions("/work");
  expect(sessionsSince(directory, Date.parse("2026-11-20T10:00:00.000Z"))).toEqual([file("2"), file("3")]);
  expect(sessionsSince(directory, Date.parse("2026-11-20T10:00:00.001Z"))).toEqual([file("3")]);
  expect(sessionsSince(directory, 0, "/work")).toEqual([file("1"), file("2")]);
  expect(sessionsSince(join(directory, "nowhere"), 0)).toEqual([]);
});

test("a directory's sessions are the root ones in it and below", () => {
  const { directory, file } = sessions("/work");
  expect(sessionsIn(directory)).toEqual([file("1"), file("2"), file("3")]);
  expect(sessionsIn(join(directory, "2026/11/20"))).toEqual([file("2")]);
  expect(() => sessionsIn(join(directory, "nowhere"))).toThrow(expect.objectContaining({ code: "parse/unreadable" }));
});

test("sessions lie below CODEX_HOME, or below the home directory", () => {
  expect(sessionsDirectory({ CODEX_HOME: "/c" })).toBe(join("/c", "sessions"));
  expect(sessionsDirectory({ CODEX_HOME: "" })).toBe(join(homedir(), ".codex", "sessions"));
});
