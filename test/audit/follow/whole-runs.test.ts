import { expect, test } from "vitest";
import { audited, found } from "../support/audited.ts";
import { largeRun, mediumRun, smallRun } from "../support/runs.ts";

test.each([
  ["small", smallRun],
  ["medium", mediumRun],
  ["large", largeRun],
])("a %s run that holds to its flow ends without a finding", async (_, run) => {
  expect(await found(run)).toEqual([]);
  expect(await audited(run)).toMatchObject({ recipe: "recipe-implement", next: [] });
});
