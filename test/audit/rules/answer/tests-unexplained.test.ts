import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, designed } from "../../support/runs.ts";
import { type Passage, step } from "../../support/story.ts";

const skeletons = (fields: object): Passage => [
  analyzed(),
  designed,
  step("acceptance-test-generator", {
    generatedFiles: { integration: "test/expiry.int.test.ts", e2e: null },
    ...fields,
  }),
  step("work-planner"),
];
const said = (words: string): string =>
  `answer of acceptance-test-generator :20 answer/tests-unexplained: "acceptance-test-generator" gives no end-to-end tests and no reason; ${words}`;

test.each([
  ["left out", undefined, '"e2eAbsenceReason" is missing when "generatedFiles.e2e" is null'],
  ["null", null, '"e2eAbsenceReason" is null when "generatedFiles.e2e" is null'],
  ["empty", "", '"e2eAbsenceReason" is empty'],
  ["blank", " \n", '"e2eAbsenceReason" is blank when "generatedFiles.e2e" is null'],
])("finds that there are no end-to-end tests and the reason is %s", async (_, e2eAbsenceReason, words) => {
  expect(await found(skeletons({ e2eAbsenceReason }))).toEqual([said(words)]);
});

test("is content with a reason, and with tests", async () => {
  expect(await found(skeletons({ e2eAbsenceReason: "No journey spans two requests" }))).toEqual([]);
  const both = { integration: null, e2e: "test/expiry.e2e.test.ts" };
  expect(await found(skeletons({ generatedFiles: both, e2eAbsenceReason: null }))).toEqual([]);
});

test("a reason beside tests contradicts them, which is the schema's affair", async () => {
  const both = { integration: null, e2e: "test/expiry.e2e.test.ts" };
  expect(await found(skeletons({ generatedFiles: both, e2eAbsenceReason: "None is needed" }))).toEqual([
    expect.stringContaining("answer/breaks-schema"),
  ]);
});
