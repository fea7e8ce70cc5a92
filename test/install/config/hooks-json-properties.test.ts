import fc from "fast-check";
import { applyEdits, modify } from "jsonc-parser";
import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import type { HookGroup, HookGroups } from "../../../src/install/config/hook-group.ts";
import { planHooksJson } from "../../../src/install/config/hooks-json.ts";
import type { HooksJsonRecord } from "../../../src/install/config/hooks-json-record.ts";
import { removeHooksJson } from "../../../src/install/config/hooks-json-removal.ts";
import { hooksTexts } from "./arbitrary-hooks-json.ts";

const file = ".codex/hooks.json";
const runs = { numRuns: 400 };
const group = (event: string, more: Partial<HookGroup> = {}): HookGroup => ({
  ...more,
  hooks: [{ type: "command", command: `node "x/.baton/bin/hook.mjs" ${event}`, timeout: 30 }],
});
const wanted: HookGroups = {
  Stop: [group("Stop")],
  PreToolUse: [group("PreToolUse"), group("PreToolUse", { matcher: ".*spawn_agent" })],
};
const next: HookGroups = {
  SubagentStop: [group("SubagentStop")],
  PreToolUse: [group("PreToolUse", { matcher: "Bash" }), group("PreToolUse", { matcher: "x" }), group("PreToolUse")],
};
const maybe = fc.option(hooksTexts, { nil: undefined, freq: 20 });

/** Plans and gives what a caller would have afterwards: the text on disk and the record in the manifest. */
function install(text: string | undefined, groups: HookGroups, previous?: HooksJsonRecord) {
  const { after, record } = planHooksJson(text, file, groups, previous);
  if (after === undefined || record === undefined) throw new Error("nothing of ours was written");
  return { after, record };
}

function groupsIn(text: string, event: string): readonly unknown[] {
  return JSON.parse(text.replace(/^\uFEFF/, "")).hooks?.[event] ?? [];
}

test("removing what was added gives the file back to the byte", () => {
  fc.assert(
    fc.property(maybe, (text) => {
      const { after, record } = install(text, wanted);
      expect(removeHooksJson(after, file, record)).toMatchObject({ after: text, kept: [] });
    }),
    runs,
  );
});

test("removing after an update that adds, changes and retires groups gives the file back to the byte", () => {
  fc.assert(
    fc.property(maybe, (text) => {
      const first = install(text, wanted);
      const second = install(first.after, next, first.record);
      expect(removeHooksJson(second.after, file, second.record)).toMatchObject({ after: text, kept: [] });
    }),
    runs,
  );
});

test("a record survives the manifest's JSON", () => {
  fc.assert(
    fc.property(maybe, (text) => {
      const { after, record } = install(text, wanted);
      expect(removeHooksJson(after, file, JSON.parse(JSON.stringify(record))).after).toBe(text);
    }),
  );
});

test("a second run does nothing", () => {
  fc.assert(
    fc.property(maybe, (text) => {
      const { after, record } = install(text, wanted);
      expect(planHooksJson(after, file, wanted, record)).toMatchObject({ after, change: "none", record });
    }),
    runs,
  );
});

test("foreign groups keep their index, ours come behind them, and all else is equal", () => {
  fc.assert(
    fc.property(hooksTexts, (text) => {
      const { after } = install(text, wanted);
      for (const event of ["Stop", "PreToolUse"] as const) {
        expect(groupsIn(after, event)).toEqual([...groupsIn(text, event), ...(wanted[event] ?? [])]);
      }
      const rest = (one: string): unknown => {
        const value = JSON.parse(one.replace(/^\uFEFF/, ""));
        const { Stop: _, PreToolUse: __, ...others } = value.hooks ?? {};
        return { ...value, hooks: others };
      };
      expect(rest(after)).toEqual(rest(text));
    }),
    runs,
  );
});

test("an install only adds: taking characters out of the result gives the file before", () => {
  const isWithin = (part: string, whole: string): boolean => {
    let at = 0;
    for (let index = 0; index < whole.length; index++) if (whole[index] === part[at]) at++;
    return at === part.length;
  };
  const tight = hooksTexts.map((text) => text.replace(/([[{])\s+([\]}])/g, "$1$2"));
  fc.assert(fc.property(tight, (text) => isWithin(text, install(text, wanted).after)));
});

test("what the user adds after the install survives the removal", () => {
  const add = (text: string): string =>
    ["Stop", "SessionStart"].reduce(
      (now, event) => applyEdits(now, modify(now, ["hooks", event, -1], { theirs: event }, { isArrayInsertion: true })),
      text,
    );
  const unmarked = hooksTexts.filter((text) => !text.startsWith("\uFEFF"));
  fc.assert(
    fc.property(unmarked, (text) => {
      const { after, record } = install(text, wanted);
      const removed = removeHooksJson(add(after), file, record).after ?? "";
      expect(JSON.parse(removed)).toEqual(JSON.parse(add(text)));
    }),
  );
});

test("a checkout that changed the line ends is still given back", () => {
  const crlf = (text: string): string => text.replace(/\r?\n/g, "\r\n");
  const oneKind = hooksTexts.filter((text) => text.includes("\n") && !text.includes("\r"));
  fc.assert(
    fc.property(oneKind, (text) => {
      const { after, record } = install(text, wanted);
      expect(removeHooksJson(crlf(after), file, record).after).toBe(crlf(text));
    }),
  );
});

test("no text makes it throw anything but a Failure", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    '"hooks"',
    '"Stop"',
    ":",
    ",",
    "//",
    " ",
    "\n",
    "null",
    "1",
    "-",
    "01",
    '"\\u',
    "\0",
  ];
  const noise = fc.array(fc.constantFrom(...pieces)).map((list) => list.join(""));
  const broken = fc.tuple(hooksTexts, fc.nat(), fc.constantFrom(...pieces, "")).map(([text, at, piece]) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + piece + text.slice(cut + 1);
  });
  fc.assert(
    fc.property(fc.oneof(noise, broken, fc.string({ unit: "binary" })), (text) => {
      try {
        expect(planHooksJson(text, file, wanted).change).toBe("edit");
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        expect((error as Failure).code).toBe("install/config-unreadable");
      }
    }),
    { numRuns: 2000 },
  );
});
