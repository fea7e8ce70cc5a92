import { expect, it } from "vitest";
import { compareVersions } from "../../src/install/compare-versions.ts";

it("orders versions as semver.org does", () => {
  const ordered = [
    "0.9.9",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.2.0",
    "1.10.0",
  ];
  expect(ordered.toReversed().sort(compareVersions)).toEqual(ordered);
});

it("passes over build metadata", () => {
  expect(compareVersions("1.0.0+a", "1.0.0+b")).toBe(0);
});
