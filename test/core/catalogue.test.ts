import { expect, test } from "vitest";
import { type Code, catalogue, isCode } from "../../src/core/codes.ts";
import { diagnose } from "../../src/core/diagnostic.ts";

const codes = Object.keys(catalogue) as Code[];

test.each(codes)("%s reads area/what-is-wrong and is explained", (code) => {
  const { severity, title, why, fix } = catalogue[code];
  expect(code).toMatch(/^[a-z]+\/[a-z]+(-[a-z0-9]+)*$/);
  expect(["error", "warning", "info"]).toContain(severity);
  expect(title).toMatch(/^\S.*[^.!\s]$/);
  expect(title).not.toMatch(/\n/);
  for (const text of [why, fix]) expect(text).toMatch(/^\S[\s\S]*[.!`)]$/);
});

test.each(codes.filter((code) => "bad" in catalogue[code]))("the examples of %s are two and differ", (code) => {
  const { bad, good } = catalogue[code];
  expect(bad).toMatch(/\S/);
  expect(good).toMatch(/\S/);
  expect(bad).not.toBe(good);
});

test("only a code of the catalogue is a code", () => {
  expect(isCode("parse/json")).toBe(true);
  expect(isCode("parse/nonsense")).toBe(false);
  expect(isCode("toString")).toBe(false);
});

test("a diagnostic takes its severity from the catalogue unless the finding states its own", () => {
  const finding = { message: "m", where: { file: "f" } };
  expect(diagnose("response/fenced", finding)).toEqual({ code: "response/fenced", severity: "warning", ...finding });
  expect(diagnose("response/fenced", { ...finding, severity: "info", hint: "h" })).toEqual({
    code: "response/fenced",
    severity: "info",
    hint: "h",
    ...finding,
  });
});
