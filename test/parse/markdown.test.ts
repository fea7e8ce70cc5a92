import fc from "fast-check";
import { expect, test } from "vitest";
import { scanMarkdown } from "../../src/parse/markdown.ts";

const targets = (text: string): string[] => scanMarkdown(text).links.map((link) => link.target);

test("finds links, images and definitions, with the place of their target", () => {
  const text = 'See [a](a.md "A"), ![b](<b c.md>), [d](d_(1).md#x).\n\n[e]: ./e.md\n';
  expect(targets(text)).toEqual(["a.md", "b c.md", "d_(1).md#x", "./e.md"]);
  for (const { target, start, end } of scanMarkdown(text).links) expect(text.slice(start, end)).toBe(target);
});

test("sees no link in code, fences and comments", () => {
  const text = "`[a](a.md)`\n\n```md\n[b](b.md)\n```\n\n  ~~~\n  [c](c.md)\n  ~~~\n\n<!-- [d](d.md) -->\n[e](e.md)\n";
  expect(targets(text)).toEqual(["e.md"]);
});

test("sees no link whose bracket is escaped, and one behind an escaped backslash", () => {
  const text = "\\[a](a.md), [b\\](b.md), \\\\[c](c.md), \\![d](d.md), [e\\]](e.md)\n\n\\[f]: f.md\n[g\\]: g.md\n";
  expect(targets(text)).toEqual(["c.md", "d.md", "e.md"]);
});

test("a fence ends at one as long as it began, or at the end", () => {
  expect(targets("````\n```\n[a](a.md)\n````\n[b](b.md)\n```\n[c](c.md)\n")).toEqual(["b.md"]);
});

test("gives inline code and headings with their places", () => {
  const text = "# One\n\nCall ``a `b` `` and `c`.\n\n## Two ##\n";
  const { codeSpans, headings } = scanMarkdown(text);
  expect(codeSpans.map(({ code }) => code)).toEqual(["a `b` ", "c"]);
  expect(headings.map(({ level, title }) => [level, title])).toEqual([
    [1, "One"],
    [2, "Two ##"],
  ]);
});

test("looks at its part of the file only, in places of the whole file", () => {
  const text = "[a](a.md)\n[b](b.md)\n[c](c.md)\n";
  expect(scanMarkdown(text, 10, 20).links).toEqual([{ target: "b.md", start: 14, end: 18 }]);
});

test("keeps every place: what is blanked is as long as it was, line by line", () => {
  const parts = fc.array(
    fc.oneof(fc.constantFrom("`", "```\n", "<!--", "-->", "[", "](", ")", "\n", "\r\n"), fc.string()),
  );
  fc.assert(
    fc.property(
      parts.map((list) => list.join("")),
      (text) => {
        const { prose, unfenced } = scanMarkdown(text);
        for (const blanked of [prose, unfenced]) {
          expect(blanked.length).toBe(text.length);
          expect(blanked.replace(/[^\n]/g, "")).toBe(text.replace(/[^\n]/g, ""));
        }
      },
    ),
  );
});
