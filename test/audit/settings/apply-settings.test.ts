import { expect, test } from "vitest";
import { applySettings } from "../../../src/audit/settings/apply-settings.ts";
import type { Code } from "../../../src/core/codes.ts";
import type { Severity } from "../../../src/core/diagnostic.ts";
import { breach, happened, reportOn } from "../../helpers/audit-report.ts";

const events = [happened("turn_started", 1, 1, {})];
const report = reportOn(events, {
  breaches: [
    breach(events, 0, "team/short-wait", "a short wait"),
    breach(events, 0, "flow/stop-skipped", "a stop passed over"),
    breach(events, 0, "team/closed-running", "tried to close", { stopped: true }),
  ],
});
const severities = (...chosen: readonly (readonly [Code, Severity | "off"])[]) =>
  applySettings(report, { severities: new Map(chosen) }).breaches.map(
    ({ diagnostic }) => `${diagnostic.severity} ${diagnostic.code}`,
  );

test("without settings a rule has the catalogue's severity, and what was stopped is a note", () => {
  expect(severities()).toEqual(["warning team/short-wait", "error flow/stop-skipped", "info team/closed-running"]);
});

test("a project's severity replaces the catalogue's", () => {
  expect(severities(["team/short-wait", "error"], ["flow/stop-skipped", "warning"])).toEqual([
    "error team/short-wait",
    "warning flow/stop-skipped",
    "info team/closed-running",
  ]);
});

test("findings of a rule that is off are gone", () => {
  expect(severities(["flow/stop-skipped", "off"], ["team/closed-running", "off"])).toEqual(["warning team/short-wait"]);
});

test("what was stopped stays a note, whatever the project makes of its rule", () => {
  expect(severities(["team/closed-running", "error"])).toContain("info team/closed-running");
});
