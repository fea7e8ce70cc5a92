import { expect, test } from "vitest";
import { closedList, didYouMean, nearest } from "../../src/core/suggest.ts";

test("a closed list is sorted, quoted and free of doubles", () => {
  expect(closedList(["b", "a", "b"])).toBe('"a", "b"');
  expect(closedList([])).toBe("");
});

test("a closed list counts what is beyond its limit", () => {
  expect(closedList(["d", "c", "b", "a"], 2)).toBe('"a", "b", 2 more');
  expect(closedList(["b", "a"], 2)).toBe('"a", "b"');
});

test.each([
  ["a changed letter", "reviow", "review"],
  ["a missing letter", "revew", "review"],
  ["a letter too many", "revieww", "review"],
  ["two letters swapped", "reveiw", "review"],
  ["another case", "REVIEW", "review"],
])("%s is near", (_, word, expected) => {
  expect(nearest(word, ["review", "approve", "blocked"])).toBe(expected);
});

test("a word is far when more than a third of its letters differ", () => {
  expect(nearest("abcdef", ["abcdxy"])).toBe("abcdxy");
  expect(nearest("abcdef", ["abcxyz"])).toBeUndefined();
});

test("the nearer of two candidates is suggested", () => {
  expect(nearest("completd", ["complete", "completed"])).toBeUndefined();
  expect(nearest("completedd", ["complete", "completed"])).toBe("completed");
});

test("two candidates equally near give no suggestion", () => {
  expect(nearest("bat", ["cat", "rat"])).toBeUndefined();
  expect(didYouMean("bat", ["cat", "rat"])).toBeUndefined();
});

test("a candidate given twice is not a tie", () => {
  expect(didYouMean("cats", ["cat", "cat"])).toBe('did you mean "cat"?');
});

test("a word too short to misspell is near to itself only", () => {
  expect(nearest("a", ["b"])).toBeUndefined();
  expect(nearest("id", ["if"])).toBeUndefined();
  expect(nearest("ID", ["id"])).toBe("id");
});

test("nothing is near to nothing", () => {
  expect(nearest("", [])).toBeUndefined();
  expect(nearest("word", [])).toBeUndefined();
});
