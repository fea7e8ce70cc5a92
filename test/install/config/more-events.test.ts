import { expect, test } from "vitest";
import { planHooksJson } from "../../../src/install/config/hooks-json.ts";
import { removeHooksJson } from "../../../src/install/config/hooks-json-removal.ts";
import { hookGroups } from "../../../src/install/config/wanted.ts";

const file = ".codex/hooks.json";
const all = hookGroups({ kind: "project" });
/** What Baton wired before it held more than answers. */
const before = { SubagentStop: all.SubagentStop ?? [] };
const foreign = { hooks: [{ type: "command", command: "./lint.sh" }] };

const files: readonly [string, string | undefined][] = [
  ["that Baton made", undefined],
  ["that was empty", "{}"],
  ["with groups of others at the same events", JSON.stringify({ hooks: { Stop: [foreign], SubagentStop: [foreign] } })],
  ["in another layout", `{\r\n\t"description": "x",\r\n\t"hooks": { "Stop": [ ] }\r\n}`],
];

test.each(files)("an update appends its new events to a file %s, and moves no group", (_, original) => {
  const installed = planHooksJson(original, file, before);
  const updated = planHooksJson(installed.after, file, all, installed.record);

  const groupsOf = (text = "{}") => (JSON.parse(text) as { hooks?: Record<string, unknown[]> }).hooks ?? {};
  const old = groupsOf(installed.after);
  const now = groupsOf(updated.after);
  for (const [event, groups] of Object.entries(old)) expect(now[event]?.slice(0, groups.length)).toEqual(groups);
  for (const [event, groups] of Object.entries(all)) expect(now[event]?.at(-1)).toEqual(groups[0]);
  expect(updated.kept).toEqual([]);
});

test.each(files)("taking everything out again leaves a file %s as it was, to the byte", (_, original) => {
  const installed = planHooksJson(original, file, before);
  const { after, record } = planHooksJson(installed.after, file, all, installed.record);

  expect(record && removeHooksJson(after, file, record)).toMatchObject({ after: original, kept: [] });
});

test("an update puts back no group that the user took out, and adds the events that are new", () => {
  const { record } = planHooksJson("{}", file, before);
  const { after, kept } = planHooksJson("{}", file, all, record);

  expect(Object.keys((JSON.parse(after ?? "") as { hooks: object }).hooks)).not.toContain("SubagentStop");
  expect(after).toContain('hook.mjs\\" PreToolUse');
  expect(kept).toEqual([{ event: "SubagentStop", why: "deleted" }]);
});
