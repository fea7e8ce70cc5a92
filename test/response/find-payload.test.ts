import { expect, test } from "vitest";
import { findPayload } from "../../src/response/find-payload.ts";
import { processorMs } from "../helpers/processor-ms.ts";

/** What was found, by the words that stand there. */
function found(text: string) {
  const { payloads, leading, trailing, fenced } = findPayload(text);
  const cut = (place: { start: number; end: number } | undefined) => place && text.slice(place.start, place.end);
  return {
    payloads: payloads.map((one) => `${one.broken ?? "whole"} ${cut(one)}`),
    ...(leading && { leading: cut(leading) }),
    ...(trailing && { trailing: cut(trailing) }),
    ...(fenced && { fenced }),
  };
}

test.each([
  ["bare", '{"a": 1}', { payloads: ['whole {"a": 1}'] }],
  ["with a byte order mark and white space", '\uFEFF\n {"a": 1} \n', { payloads: ['whole {"a": 1}'] }],
  ["in a fence", '```json\n{"a": 1}\n```', { payloads: ['whole {"a": 1}'], fenced: true }],
  ["in a fence with CRLF", '~~~\r\n{"a": 1}\r\n~~~\r\n', { payloads: ['whole {"a": 1}'], fenced: true }],
  [
    "in a fence with prose around it",
    'So:\n\n```json\n{"a": 1}\n```\nBye.',
    { payloads: ['whole {"a": 1}'], leading: "So:", trailing: "Bye.", fenced: true },
  ],
  ["with prose around it", 'So {"a": 1} it is.', { payloads: ['whole {"a": 1}'], leading: "So", trailing: "it is." }],
  ["with braces in its strings", '{"a": "}{\\"}"}', { payloads: ['whole {"a": "}{\\"}"}'] }],
  ["several times", '{"a": 1} {"b": {"c": 2}}', { payloads: ['whole {"a": 1}', 'whole {"b": {"c": 2}}'] }],
  ["cut off", '{"a": 1, "b": {"c": 2}, ', { payloads: ['cut-off {"a": 1, "b": {"c": 2},'] }],
  ["cut off in a fence", '```\n{"a": [1\n```', { payloads: ['cut-off {"a": [1'], fenced: true }],
  ["with a slip", '{"a": {"b": 1},}', { payloads: ['syntax {"a": {"b": 1},}'] }],
  ["with a comment first", '{ /* so */ // and so\n "a": 1 }', { payloads: ['syntax { /* so */ // and so\n "a": 1 }'] }],
  ["in a list", '[{"a": 1}]', { payloads: ['list [{"a": 1}]'] }],
  ["nowhere in prose with braces", "see {} and {name} and f() { return }", { payloads: [] }],
  ["nowhere in a list of words", '["approved"]', { payloads: [] }],
  ["empty and alone", " {} ", { payloads: ["whole {}"] }],
  ["empty and alone in a fence", "```json\n{ }\n```\n", { payloads: ["whole { }"], fenced: true }],
  [
    "behind a quote that is never closed",
    'the 5" one: {"a": 1}',
    { payloads: ['whole {"a": 1}'], leading: 'the 5" one:' },
  ],
  ["with lone surrogates", '{"\uD800": "\uDC00"}', { payloads: ['whole {"\uD800": "\uDC00"}'] }],
])("an object is found %s", (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["opening braces", "{".repeat(1_000_000)],
  ["braces around letters", `${"{x".repeat(330_000)}${"}".repeat(330_000)}`],
  ["empty objects", "{} ".repeat(330_000)],
  ["small objects", '{"a":1}\n'.repeat(120_000)],
  ["quotes", `${'"'.repeat(999_990)}{`],
  ["escaped quotes", `{"a":"${'\\"'.repeat(490_000)}`],
  ["fences", `${"```\n".repeat(240_000)}{"a":1}`],
  ["one long fence of tildes", `${"~".repeat(900_000)}\nx {"a":1}`],
  ["tildes that end in a backtick around an empty object", `{}\n${"~".repeat(900_000)}\``],
  ["white space behind a fence", `\`\`\`\n${" \n".repeat(400_000)}x {"a":1}`],
  ["brackets and spaces", `[${" ".repeat(20)}`.repeat(45_000)],
  ["slashes", `{${"//".repeat(490_000)}`],
])("a million characters of %s take no quadratic time", (_, text) => {
  const since = process.cpuUsage();
  findPayload(text);
  expect(processorMs(since)).toBeLessThan(8_000);
});
