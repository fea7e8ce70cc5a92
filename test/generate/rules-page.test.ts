import { expect, test } from "vitest";
import { rulesPage } from "../../scripts/generate/rules-page.ts";
import { type Code, catalogue } from "../../src/core/codes.ts";

const page = rulesPage();

test.each(Object.keys(catalogue))("%s has a section of its own, with its texts", (code) => {
  const [section, ...more] = page.split(/^### /m).filter((one) => one.startsWith(`${code}\n`));
  const { severity, title, why, fix } = catalogue[code as Code];
  expect(section).toContain(`\n\n*${severity}*: ${title}. ${why}\n\n${fix}\n`);
  expect(more).toEqual([]);
});

test("codes stand under their area, in the order of the alphabet", () => {
  const headings = [...page.matchAll(/^(##|###) (.+)$/gm)].map((match) => match[2] ?? "");
  expect(headings).toEqual(headings.toSorted());
});

test("an example that holds a fence is fenced by a longer one", () => {
  expect(page).toContain('Bad:\n\n````\n```json\n{"status": "approved"}\n```\n````\n');
});
