import { expect, test } from "vitest";
import type { HookGroup } from "../../../src/install/config/hook-group.ts";
import type { HooksJsonRecord } from "../../../src/install/config/hooks-json-record.ts";
import { removeHooksJson } from "../../../src/install/config/hooks-json-removal.ts";

const file = ".codex/hooks.json";
const group: HookGroup = { hooks: [{ type: "command", command: "node .baton/bin/hook.mjs Stop" }] };
const ours = JSON.stringify(group);
const all = ["", "/hooks", "/hooks/Stop"];
const record = (created: readonly string[], interiors = {}): HooksJsonRecord => ({
  groups: { Stop: [group] },
  created,
  interiors,
  lineEnd: "\n",
});

test.each([
  {
    name: "the file we made",
    before: `{"hooks": {"Stop": [${ours}]}}`,
    record: record(all),
    after: undefined,
    change: "remove",
  },
  {
    name: "the file we made, our group gone",
    before: '{"hooks": {"Stop": []}}',
    record: record(all),
    after: undefined,
    change: "remove",
  },
  {
    name: "the file we made, with a group of the user's",
    before: `{"hooks": {"Stop": [${ours}, {}]}}`,
    record: record(all),
    after: '{"hooks": {"Stop": [{}]}}',
    change: "edit",
  },
  {
    name: "the file we made, with a description",
    before: `{"hooks": {"Stop": [${ours}]}, "description": "mine"}`,
    record: record(all),
    after: '{"description": "mine"}',
    change: "edit",
  },
  {
    name: "the first of three groups",
    before: `{"hooks": {"Stop": [ ${ours} , 1,2]}}`,
    record: record([]),
    after: '{"hooks": {"Stop": [ 1,2]}}',
    change: "edit",
  },
  {
    name: "the last group",
    before: `{"hooks": {"Stop": [1 ,\n${ours}\n]}}`,
    record: record([]),
    after: '{"hooks": {"Stop": [1\n]}}',
    change: "edit",
  },
  {
    name: "an event that was there and empty",
    before: `{"hooks": {"Stop": [\n${ours}\n]}}`,
    record: record([], { "/hooks/Stop": " \n " }),
    after: '{"hooks": {"Stop": [ \n ]}}',
    change: "edit",
  },
  {
    name: "recorded white space in a checkout with CRLF",
    before: `{\r\n"hooks": {"Stop": [${ours}]}}`,
    record: record(["/hooks", "/hooks/Stop"], { "": "\n" }),
    after: "{\r\n}",
    change: "edit",
  },
])("takes out $name", ({ before, record: undo, after, change }) => {
  expect(removeHooksJson(before, file, undo)).toEqual({ after, change, kept: [] });
});

test("a group the user changed stays, with what holds it", () => {
  const edited = JSON.stringify({ matcher: "x", ...group });
  const text = `{"hooks": {"Stop": [${edited}]}}`;
  expect(removeHooksJson(text, file, record(all))).toEqual({
    after: text,
    change: "none",
    kept: [{ event: "Stop", why: "edited" }],
  });
});

test("without a file there is nothing to do", () => {
  expect(removeHooksJson(undefined, file, record(all))).toEqual({ after: undefined, change: "none", kept: [] });
});
