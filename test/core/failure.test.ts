import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";

test("a failure could not finish unless it says that the call was wrong", () => {
  expect(new Failure("parse/unreadable", "gone")).toMatchObject({ name: "Failure", status: 3, findings: [] });
  expect(new Failure("cli/usage", "what?", { status: 2 }).status).toBe(2);
});

test("a failure keeps what it wraps, its place and its hint", () => {
  const cause = new Error("EACCES");
  const failure = new Failure("parse/unreadable", "closed", { cause, hint: "open it", where: { file: "a.json" } });
  expect(failure).toMatchObject({ message: "closed", cause, hint: "open it", where: { file: "a.json" } });
  expect("cause" in new Failure("parse/unreadable", "gone")).toBe(false);
});
