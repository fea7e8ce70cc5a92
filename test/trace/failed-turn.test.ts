import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failedTurn } from "../../src/trace/failed-turn.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { child, event, type Line, message, sessionText, turnEnds, turnStarts } from "./support/session-lines.ts";

const failed = turnEnds(null, { error: { message: "boom", codex_error_info: "other" } });
const aborted = event("turn_aborted", { reason: "interrupted" });

function folder(...lines: readonly Line[]): string {
  return temporaryFiles({ "c.jsonl": sessionText([child("c"), ...lines]) });
}

test.each([
  ["by an error", [turnStarts(), failed], "the turn failed: boom"],
  ["by being cut off", [turnStarts(), aborted], "interrupted"],
  ["and something was written behind it", [turnStarts(), failed, message("x")], "the turn failed: boom"],
])("tells that the last turn failed %s", (_, lines, words) => {
  const at = expect.stringMatching(/^2026-11-21T10:00:\d\d\.\d{3}Z$/);
  expect(failedTurn(join(folder(...lines), "c.jsonl"))).toEqual({ at, failed: words });
});

test.each([
  ["has not ended", [turnStarts(), message(JSON.stringify(failed))]],
  ["ended with an answer", [turnStarts(), failed, turnStarts(), turnEnds("fine")]],
  ["is under way after one that failed", [turnStarts(), failed, turnStarts()]],
  ["failed before more than is looked at", [turnStarts(), failed, message("x".repeat(300_000))]],
])("tells nothing of a turn that %s", (_, lines) => {
  expect(failedTurn(join(folder(...lines), "c.jsonl"))).toBeUndefined();
});

test("tells nothing of a line that is torn, a link, a directory, or no file", () => {
  const directory = folder(turnStarts(), failed);
  symlinkSync("c.jsonl", join(directory, "link.jsonl"));
  const torn = temporaryFiles({ "t.jsonl": sessionText([turnStarts(), failed]).slice(0, -9) });
  const paths = [join(directory, "link.jsonl"), directory, join(directory, "gone.jsonl"), join(torn, "t.jsonl")];
  expect(paths.map(failedTurn)).toEqual([undefined, undefined, undefined, undefined]);
});
