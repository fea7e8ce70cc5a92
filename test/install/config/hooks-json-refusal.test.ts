import { expect, test } from "vitest";
import { planHooksJson } from "../../../src/install/config/hooks-json.ts";

const file = ".codex/hooks.json";
const wanted = { Stop: [{ hooks: [{ type: "command", command: "node .baton/bin/hook.mjs Stop" }] }] } as const;

test.each([
  {
    name: "an unknown top-level key",
    text: '{\n  "version": 1,\n  "a": 2\n}',
    line: 2,
    column: 3,
    what: 'what it holds beside its hooks: "a", "version"',
  },
  { name: "a byte order mark", text: "\uFEFF{}", line: 1, column: 1, what: "its byte order mark" },
])("$name is left, with a warning that Codex reads none of it", ({ text, line, column, what }) => {
  const { after, findings } = planHooksJson(text, file, wanted);
  expect(after?.startsWith(text.slice(0, 2))).toBe(true);
  expect(findings).toMatchObject([
    {
      code: "install/hooks-rejected",
      severity: "warning",
      message: `Codex rejects the whole file for ${what}`,
      where: { file, span: { line, column } },
    },
  ]);
});

test.each([
  { name: "nothing", text: "", span: { line: 1, column: 1 } },
  { name: "a comment", text: "{\n  // mine\n}", span: { line: 2, column: 3 } },
  { name: "a trailing comma", text: '{"hooks": {},}', span: { line: 1, column: 14 } },
  { name: "a key given twice", text: '{"hooks": {}, "hooks": {}}', span: { line: 1, column: 15 } },
  { name: "an array", text: "[]", span: { line: 1, column: 1 } },
  { name: "hooks that are no object", text: '{"hooks": []}', span: { line: 1, column: 11 } },
  { name: "an event that is no array", text: '{"hooks": {"Stop": null}}', span: { line: 1, column: 20 } },
  { name: "a deep value", text: `{"x": ${"[".repeat(99)}${"]".repeat(99)}}`, span: undefined },
  { name: "more than a megabyte", text: `{"x": "${"x".repeat(1_000_000)}"}`, span: undefined },
])("$name is refused as unreadable", ({ text, span }) => {
  expect(() => planHooksJson(text, file, wanted)).toThrow(
    expect.objectContaining({
      code: "install/config-unreadable",
      where: span === undefined ? { file } : { file, span: expect.objectContaining(span) },
    }),
  );
});
