import { join } from "node:path";
import { expect, test } from "vitest";
import { tables } from "../../scripts/generate/tables.ts";
import { shipped } from "../helpers/shipped-rules.ts";

const root = join(import.meta.dirname, "../..");
const regions = tables(root, shipped.contract, await shipped.workflowSchema());
const linesOf = (region: string) => (regions.get(region) ?? "").split("\n");

test("the status table has a row for each word of the vocabulary", () => {
  expect(linesOf("statuses")).toHaveLength(12);
  expect(linesOf("statuses")).toContain(
    "| `stub_detected` | quality-fixer | revise | Send the stub findings back to the executor, then run the quality check again |",
  );
});

test("the agent table marks the deciding field, says where each value leads and who reads only", () => {
  expect(linesOf("agents")).toHaveLength(26);
  expect(linesOf("agents")).toContain(
    "| `integration-test-reviewer`, *reads only* | **`status`**, `requiredFixes` | `approved` proceed, `needs_revision` revise, `blocked` halt |",
  );
  expect(linesOf("agents").find((line) => line.startsWith("| `solver`"))).toMatch(
    /\| always proceed: Present the solutions .*[^.] \|$/,
  );
});

test("a limit is said in words", () => {
  expect(regions.get("limit revisions")).toBe("At most twice; then the user decides.");
  expect(regions.get("limit verificationFixCycles")).toMatch(/^At most once; /);
});

test("the final verifiers' passing values are those the contract lets proceed", () => {
  expect(linesOf("verification")).toEqual([
    "- `code-verifier` passes with `summary.status` `consistent` or `mostly_consistent`.",
    "- `security-reviewer` passes with `status` `approved` or `approved_with_notes`.",
  ]);
});

test("a recipe's flow has a row for each scale, with its stops", () => {
  const [, , small, medium, large] = linesOf("flow recipe-implement");
  expect(small).toMatch(
    /^\| small \| requirement-analyzer \*\*\[stop: requirements\]\*\* → a simplified plan \*\*\[stop: batch-approval\]\*\* → /,
  );
  expect(medium).toMatch(
    /^\| medium \| requirement-analyzer \*\*\[stop: requirements\]\*\* → codebase-analyzer → technical-designer → /,
  );
  expect(large).toContain(
    "technical-designer ADR (if adrRequired) → document-reviewer ADR (if adrRequired) **[stop: adr-approval]** → ",
  );
});
