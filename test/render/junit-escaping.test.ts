import { expect, test } from "vitest";
import { renderJunit } from "../../src/render/junit.ts";
import { deadLink, reportOf } from "../helpers/report.ts";
import { xmlProblem } from "../helpers/xml-problem.ts";

const junitOf = (text: string): string =>
  renderJunit(reportOf([deadLink({ severity: "error", message: text, where: { file: text } })], { [text]: "" }));

test.each([
  ["tags", "</failure><x>", "&lt;/failure&gt;&lt;x&gt;"],
  ["the end of CDATA", "]]>", "]]&gt;"],
  ["an ampersand and an entity", "a & b &amp; &#0;", "a &amp; b &amp;amp; &amp;#0;"],
  ["quotes", `"it's"`, "&quot;it's&quot;"],
  ["control characters", "a\u0000\u0008\u000b\u001b[31mb", "a[31mb"],
  ["lone surrogates", "a\uD800b\uDC00", "ab"],
  ["characters that are none", "a\uFFFE\uFFFF", "a"],
  ["a whole surrogate pair", "👍", "👍"],
])("stays well-formed with %s in a file name and a message", (_, text, escaped) => {
  const xml = junitOf(text);
  expect(xmlProblem(xml)).toBeUndefined();
  expect(xml).toContain(`<testcase classname="tables" name="${escaped}" file="${escaped}">`);
  expect(xml).toContain(`<failure type="skill/dead-link" message="${escaped}">`);
});

test.each([
  ["<a><b></a></b>", "</a> closes b"],
  ["<a>", "a is left open"],
  ["<a>1 < 2</a>", "a bare < or &"],
  ["<a>x & y</a>", "a bare < or &"],
  ['<a b="<">x</a>', "a bare < or &"],
  ["<a>\u0001</a>", "a character XML does not have"],
])("the check itself finds what is wrong with %j", (xml, problem) => {
  expect(xmlProblem(xml)).toBe(problem);
});
