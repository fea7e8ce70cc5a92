import { expect, test } from "vitest";
import { fillRegions } from "../../scripts/generate/regions.ts";

const regions = new Map([
  ["words", "two words"],
  ["table", "| a |\n| $& |"],
]);
const fill = (text: string) => fillRegions(text, "a.md", regions);

test("a region whose markers stand on lines of their own is filled with lines", () => {
  expect(fill("# T\n<!-- generated: table -->\nold\nolder\n<!-- /generated -->\nend\n")).toBe(
    "# T\n<!-- generated: table -->\n| a |\n| $& |\n<!-- /generated -->\nend\n",
  );
});

test("a region inside a line is filled with words", () => {
  expect(fill("It is <!-- generated: words -->old<!-- /generated -->, and so on.")).toBe(
    "It is <!-- generated: words -->two words<!-- /generated -->, and so on.",
  );
});

test("every region is filled, and filling again changes nothing", () => {
  const text = "<!-- generated: words --><!-- /generated -->\n\n<!-- generated: table -->\n<!-- /generated -->\n";
  expect(fill(text)).toContain("two words");
  expect(fill(text)).toContain("| a |");
  expect(fill(fill(text))).toBe(fill(text));
});

test("the line ends of Windows are kept", () => {
  expect(fill("<!-- generated: words -->\r\nold\r\n<!-- /generated -->\r\n")).toBe(
    "<!-- generated: words -->\r\ntwo words\r\n<!-- /generated -->\r\n",
  );
});

test("a text without regions stays as it is", () => {
  expect(fill("# Title\n<!-- a comment -->\n")).toBe("# Title\n<!-- a comment -->\n");
});

test.each([
  [
    "a name nobody fills",
    "<!-- generated: wrods --><!-- /generated -->",
    'there is no generated region "wrods", only words, table',
  ],
  ["no end", "<!-- generated: words -->\n", "the marker <!-- generated: words --> has no partner"],
  ["no begin", "x<!-- /generated -->", "the marker <!-- /generated --> has no partner"],
  [
    "an end that belongs to the next",
    "<!-- generated: words -->\n<!-- generated: table --><!-- /generated -->",
    'the generated region "words" is not closed',
  ],
])("a region with %s is refused", (_, text, message) => {
  expect(() => fill(text)).toThrow(`a.md: ${message}`);
});
