import { expect, test } from "vitest";
import { areaLines, nextStep } from "../../src/cli/doctor-words.ts";
import { examine } from "../../src/doctor/examine.ts";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { plain } from "../../src/render/style.ts";
import { answering, healthy } from "../doctor/support/healthy.ts";

function next(facts: DoctorFacts): string {
  return nextStep(examine(facts), facts);
}

test("each area is a line: how it stands, what holds or how much is wrong", () => {
  const facts = { ...answering({ server: undefined, version: "0.170.0" }), git: undefined, hooks: [] };

  expect(areaLines(examine(facts), plain).split("\n").slice(0, 5)).toEqual([
    "ok       Node     24.1.0 starts hooks and the MCP server (/bin/node)",
    "warning  Codex    1 warning",
    "ok       Files    2 of Baton 1.0.0, all there, 1 with edits of yours",
    "ok       Trust    Codex trusts /p",
    "skipped  Hooks    none were installed",
  ]);
});

test("the last line says what to do next", () => {
  const recipe = { ...healthy.skills[0], name: "recipe-implement" };
  const missing = { ...healthy, codex: { state: "missing" } } as const;

  expect(next(healthy)).toBe("Everything is in force. Next, here: codex");
  expect(next({ ...missing, skills: [recipe] })).toBe(
    "Next: install Codex, then run baton doctor again; only files could be checked",
  );
  expect(next(answering({ version: "0.170.0" }))).toBe("Next: look at the warnings; here, codex works with the rest");
  expect(next({ ...healthy, git: undefined })).toBe(
    "Next: correct what is marked as error; then run baton doctor again",
  );
});
