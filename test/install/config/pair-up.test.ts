import { expect, test } from "vitest";
import { pairUp } from "../../../src/install/config/pair-up.ts";

const same = (one: string, other: string): boolean => one === other;
const alike = (one: string, other: string): boolean => one[0] === other[0];

test("an exact match is taken before an earlier one that is only alike", () => {
  expect([...pairUp(["a1", "a2"], ["a2", "a3"], [same, alike])]).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test("nothing is paired twice", () => {
  expect([...pairUp(["a", "a"], ["a"], [same, alike])]).toEqual([[0, 0]]);
});
