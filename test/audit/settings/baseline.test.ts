import { expect, test } from "vitest";
import type { AuditReport } from "../../../src/audit/audit-report.ts";
import { type Baseline, renderBaseline } from "../../../src/audit/settings/baseline.ts";
import { entryOf } from "../../../src/audit/settings/baseline-entry.ts";
import { makeBaseline } from "../../../src/audit/settings/make-baseline.ts";
import { parseBaseline } from "../../../src/audit/settings/parse-baseline.ts";
import { takeKnown } from "../../../src/audit/settings/take-known.ts";
import { breach, happened, reportOn } from "../../helpers/audit-report.ts";

/** A session in which a stop was passed over and files were committed, each said in these words, on these lines. */
function session(messages: readonly string[], { id = "s1", line = 10 } = {}): AuditReport {
  const events = messages.map((_, index) => happened("turn_started", index, line + index, {}));
  const breaches = messages.map((message, index) => breach(events, index, "flow/stop-skipped", message));
  return reportOn(events, { timeline: { session: id }, breaches });
}

const baselineOf = (...reports: readonly AuditReport[]): Baseline => makeBaseline(reports.map(found));
const found = (report: AuditReport) => ({
  session: report.timeline.session,
  entries: report.breaches.map((one) => entryOf(report, one)),
});
const left = (report: AuditReport, baseline: Baseline) => {
  const { report: remainder, known, stale } = takeKnown(report, baseline);
  return { left: remainder.breaches.map(({ diagnostic }) => diagnostic.message), known, stale };
};

test("what is in the baseline is known, on whatever line it stands now", () => {
  const before = session(['"design-approval" was passed over']);
  const moved = session(['"design-approval" was passed over'], { line: 4_000 });
  expect(left(moved, baselineOf(before))).toEqual({ left: [], known: 1, stale: [] });
});

test("numbers, ids and hashes in a message may differ", () => {
  const before = session(["3 of 12 files, commit 1b2c3d4e, agent 01a1fbfc-9141-7fc3-b7ad-5c7db7524451"]);
  const after = session(["5 of 13 files,  commit 99aa3d4f0, agent 01a1ffff-0000-7fc3-b7ad-5c7db7520000"]);
  expect(left(after, baselineOf(before)).known).toBe(1);
});

test("other words are a new finding, and the old entry is stale", () => {
  const before = session(['"design-approval" was passed over']);
  const after = session(['"batch-approval" was passed over']);
  expect(left(after, baselineOf(before))).toEqual({ left: ['"batch-approval" was passed over'], known: 0, stale: [0] });
});

test("an entry knows as many findings as it counts", () => {
  const twice = session(["again", "again"]);
  const thrice = session(["again", "again", "again"]);
  expect(baselineOf(twice).findings).toMatchObject([{ count: 2 }]);
  expect(left(thrice, baselineOf(twice))).toEqual({ left: ["again"], known: 2, stale: [] });
});

test("fewer findings than an entry counts make it stale", () => {
  expect(left(session(["again"]), baselineOf(session(["again", "again"])))).toEqual({ left: [], known: 1, stale: [0] });
});

test("the same finding in another session is new", () => {
  const known = baselineOf(session(["again"]));
  expect(left(session(["again"], { id: "s2" }), known)).toEqual({ left: ["again"], known: 0, stale: [] });
});

test("a baseline written anew keeps what it knows of sessions that were not audited", () => {
  const before = baselineOf(session(["old"]), session(["other"], { id: "s2" }));
  const next = makeBaseline([found(session(["new"]))], before);
  expect(next.findings.map(({ session: id, message }) => [id, message])).toEqual([
    ["s1", "new"],
    ["s2", "other"],
  ]);
});

test("a written baseline reads as what it was", () => {
  const baseline = baselineOf(session(["b", "a"]), session(["c"], { id: "s0" }));
  const { baseline: read, findings } = parseBaseline(renderBaseline(baseline), "known.json");
  expect({ read, findings }).toEqual({ read: baseline, findings: [] });
});

test("the order of findings does not change what is written", () => {
  expect(renderBaseline(baselineOf(session(["a", "b"])))).toBe(renderBaseline(baselineOf(session(["b", "a"]))));
});

test.each([
  ["no JSON", "{", "parse/json"],
  ["another version", '{"version": 2, "findings": []}', "audit/baseline-shape"],
  ["no list", '{"version": 1, "findings": {}}', "audit/baseline-shape"],
  ["an entry that is none", '{"version": 1, "findings": [{"code": "hooks/off"}]}', "audit/baseline-shape"],
  ["a list", "[]", "audit/baseline-shape"],
])("%s is refused, and nothing is known", (_, text, code) => {
  const { baseline, findings } = parseBaseline(text, "known.json");
  expect({ known: baseline.findings, codes: findings.map((one) => one.code) }).toEqual({ known: [], codes: [code] });
});

test("an entry's place in the file is known", () => {
  const text = renderBaseline(baselineOf(session(["b", "a"])));
  const line = text.split("\n").findIndex((one) => one.includes('"message": "a"')) + 1;
  const { baseline, whereOf } = parseBaseline(text, "known.json");
  const index = baseline.findings.findIndex(({ message }) => message === "a");
  const { file, span } = whereOf(index);
  expect({ file, before: line - (span?.line ?? 0) }).toEqual({ file: "known.json", before: 7 });
});
