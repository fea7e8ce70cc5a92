import { describe, expect, test } from "vitest";
import type { HookGroup } from "../../../src/install/config/hook-group.ts";
import { planHooksJson } from "../../../src/install/config/hooks-json.ts";
import type { HooksJsonRecord } from "../../../src/install/config/hooks-json-record.ts";

const file = ".codex/hooks.json";
const command = "node .baton/bin/hook.mjs Stop";
const group: HookGroup = { hooks: [{ type: "command", command }] };
const wanted = { Stop: [group] };

describe("our group is added at the end, in the file's own layout", () => {
  test.each([
    {
      name: "no file",
      before: undefined,
      after: `{
  "hooks": {
    "Stop": [
      {
        "hooks": [
          {
            "type": "command",
            "command": "${command}"
          }
        ]
      }
    ]
  }
}
`,
      created: ["", "/hooks", "/hooks/Stop"],
      interiors: {},
    },
    {
      name: "an empty object",
      before: "{}",
      after: `{
  "hooks": {
    "Stop": [
      {
        "hooks": [
          {
            "type": "command",
            "command": "${command}"
          }
        ]
      }
    ]
  }
}`,
      created: ["/hooks", "/hooks/Stop"],
      interiors: { "": "" },
    },
    {
      name: "one line",
      before: '{"description":"x","hooks":{"Stop":[{"hooks":[]}]}}',
      after: `{"description":"x","hooks":{"Stop":[{"hooks":[]},{"hooks":[{"type":"command","command":"${command}"}]}]}}`,
      created: [],
      interiors: {},
    },
    {
      name: "one line with spaces",
      before: '{ "hooks": { "Start": [ 1, 2 ], "Stop": [ ] } } ',
      after: `{ "hooks": { "Start": [ 1, 2 ], "Stop": [{"hooks": [{"type": "command", "command": "${command}"}]}] } } `,
      created: [],
      interiors: { "/hooks/Stop": " " },
    },
    {
      name: "tabs, with a group on several lines that begins behind its bracket",
      before: '{\n\t"hooks": {\n\t\t"Stop": [{\n\t\t\t"hooks": []\n\t\t}]\n\t}\n}\n',
      after: `{
	"hooks": {
		"Stop": [{
			"hooks": []
		}, {
			"hooks": [
				{
					"type": "command",
					"command": "${command}"
				}
			]
		}]
	}
}
`,
      created: [],
      interiors: {},
    },
    {
      name: "four spaces and CRLF, the event missing",
      before: '{\r\n    "hooks": {\r\n        "PreToolUse": []\r\n    }\r\n}\r\n',
      after:
        '{\r\n    "hooks": {\r\n        "PreToolUse": [],\r\n        "Stop": [\r\n            {\r\n                "hooks": [\r\n                    {\r\n                        "type": "command",\r\n' +
        `                        "command": "${command}"\r\n                    }\r\n                ]\r\n            }\r\n        ]\r\n    }\r\n}\r\n`,
      created: ["/hooks/Stop"],
      interiors: {},
    },
    {
      name: "a group on a line of its own",
      before: '{\n  "hooks": {\n    "Stop": [\n      {"hooks": []}\n    ]\n  }\n}\n',
      after: `{
  "hooks": {
    "Stop": [
      {"hooks": []},
      {
        "hooks": [
          {
            "type": "command",
            "command": "${command}"
          }
        ]
      }
    ]
  }
}
`,
      created: [],
      interiors: {},
    },
  ])("$name", ({ before, after, created, interiors }) => {
    expect(planHooksJson(before, file, wanted)).toEqual({
      after,
      change: before === undefined ? "create" : "edit",
      kept: [],
      record: { groups: wanted, created, interiors, lineEnd: after.includes("\r") ? "\r\n" : "\n" },
      findings: [],
    });
  });
});

const theirs = { hooks: [{ type: "command", command: "theirs" }] };
const oneLine = (...groups: readonly unknown[]): string => JSON.stringify({ hooks: { Stop: groups } });
const record = (...groups: readonly HookGroup[]): HooksJsonRecord => ({
  groups: { Stop: groups },
  created: [],
  interiors: {},
  lineEnd: "\n",
});
const slower: HookGroup = { hooks: [{ type: "command", command, timeout: 60 }] };
const matched: HookGroup = { matcher: "x", ...group };

test("a second run does nothing", () => {
  const { after, record: first } = planHooksJson(oneLine(theirs), file, wanted);
  expect(planHooksJson(after, file, wanted, first)).toMatchObject({ change: "none", after, record: first, kept: [] });
});

describe("an update leaves every index as it is", () => {
  test.each([
    {
      name: "a changed group is replaced in its place",
      before: oneLine(theirs, group, theirs),
      previous: [group],
      wanted: [slower],
      after: oneLine(theirs, slower, theirs),
    },
    {
      name: "a new group goes to the end",
      before: oneLine(group, theirs),
      previous: [group],
      wanted: [matched, group],
      after: oneLine(group, theirs, matched),
    },
    {
      name: "a retired group is taken out",
      before: oneLine(theirs, group, matched),
      previous: [group, matched],
      wanted: [group],
      after: oneLine(theirs, group),
    },
    {
      name: "a group already as wanted is left",
      before: oneLine(slower, theirs),
      previous: [group],
      wanted: [slower],
      after: oneLine(slower, theirs),
    },
  ])("$name", ({ before, previous, wanted: Stop, after }) => {
    const plan = planHooksJson(before, file, { Stop }, record(...previous));
    expect(plan).toMatchObject({ after, kept: [], record: { groups: { Stop: expect.arrayContaining(Stop) } } });
  });

  test("a retired event goes when it was made for us", () => {
    const previous = { ...record(group), created: ["/hooks/Stop"] };
    const before = `{"hooks":{"Start":[],"Stop":[${JSON.stringify(group)}]}}`;
    expect(planHooksJson(before, file, {}, previous)).toEqual({
      after: '{"hooks":{"Start":[]}}',
      change: "edit",
      kept: [],
      findings: [],
    });
  });
});

describe("what the user changed is kept", () => {
  const mine = { hooks: [{ type: "command", command, timeout: 5 }] };
  test.each([
    { name: "another timeout", text: oneLine(mine), previous: record(group), why: "edited" },
    {
      name: "a handler beside ours",
      text: oneLine({ hooks: [...group.hooks, ...theirs.hooks] }),
      previous: record(group),
      why: "edited",
    },
    { name: "a matcher", text: oneLine({ matcher: "y", ...group }), previous: record(group), why: "edited" },
    { name: "a form nobody recorded", text: oneLine(mine), previous: undefined, why: "foreign" },
    { name: "the group taken out", text: oneLine(theirs), previous: record(group), why: "deleted" },
    { name: "the file taken away", text: undefined, previous: record(group), why: "deleted" },
  ])("$name", ({ text, previous, why }) => {
    expect(planHooksJson(text, file, { Stop: [slower] }, previous)).toEqual({
      after: text,
      change: "none",
      kept: [{ event: "Stop", why }],
      ...(previous === undefined ? {} : { record: previous }),
      findings: [],
    });
  });
});

test("a group that stands as wanted without a record is taken for ours", () => {
  const { after } = planHooksJson(undefined, file, wanted);
  expect(planHooksJson(after, file, wanted)).toMatchObject({
    change: "none",
    record: { groups: wanted, created: ["", "/hooks", "/hooks/Stop"], interiors: {} },
  });
});
