import fc from "fast-check";

const handlers = fc.record(
  { type: fc.constant("command"), command: fc.string(), timeout: fc.nat(99), extra: fc.jsonValue({ maxDepth: 2 }) },
  { requiredKeys: ["type", "command"] },
);
const groups = fc.record(
  { matcher: fc.string(), hooks: fc.array(handlers, { maxLength: 2 }) },
  { requiredKeys: ["hooks"] },
);
const events = fc.dictionary(
  fc.constantFrom("Stop", "SubagentStop", "PreToolUse", "Unknown", "__proto__"),
  fc.array(groups, { maxLength: 3 }),
);

/** Values of a hooks.json that Baton did not write. */
const values = fc
  .record(
    { description: fc.string(), hooks: events, other: fc.jsonValue({ maxDepth: 2 }) },
    { requiredKeys: [], noNullPrototype: true },
  )
  .chain((value) => fc.shuffledSubarray(Object.entries(value)).map((entries) => Object.fromEntries(entries)));

/** One value on its way to text, with white space wherever JSON allows it. */
function spell(value: unknown, space: () => string): string {
  if (Array.isArray(value))
    return list(
      "[",
      value.map((item) => spell(item, space)),
      "]",
      space,
    );
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}${space()}:${space()}${spell(item, space)}`,
  );
  return list("{", pairs, "}", space);
}

function list(open: string, items: readonly string[], close: string, space: () => string): string {
  if (items.length === 0) return `${open}${space()}${close}`;
  return `${open}${items.map((item) => space() + item + space()).join(",")}${close}`;
}

const scattered = fc
  .tuple(values, fc.infiniteStream(fc.constantFrom("", "", " ", "\n", "\r\n", "\t", "\n    ", " \n\t ")))
  .map(([value, spaces]) => {
    const space = (): string => spaces.next().value ?? "";
    return space() + spell(value, space) + space();
  });

const printed = fc
  .tuple(
    values,
    fc.constantFrom(undefined, 1, 2, 3, 4, 8, "\t"),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\n"),
  )
  .map(([value, indent, lineEnd, end]) => (JSON.stringify(value, null, indent) + end).replaceAll("\n", lineEnd));

/** Texts of hooks.json files in many layouts, with and without a byte order mark; every one parses. */
export const hooksTexts = fc
  .tuple(fc.constantFrom("", "", "", "\uFEFF"), fc.oneof(scattered, printed))
  .map(([mark, text]) => mark + text);
