import { expect, test } from "vitest";
import { type Code, catalogue } from "../../src/core/codes.ts";
import { baton } from "../helpers/fake-io.ts";

test("a code is explained: what is wrong, why it matters, what to do, with examples", async () => {
  expect(await baton(["explain", "response/syntax"])).toEqual({
    status: 0,
    err: "",
    out: `response/syntax (error)
  the JSON does not parse
  why: A value that is almost JSON has no fields to route on.
  fix: Correct the place the finding points at: a comma, a quote, an escaped line break.
  bad:
    {"status": "approved",}
  good:
    {"status": "approved"}
`,
  });
});

test.each(Object.keys(catalogue))("%s can be explained, to people and to machines", async (code) => {
  expect((await baton(["explain", code])).out).toContain(catalogue[code as Code].title);
  expect(JSON.parse((await baton(["explain", code, "--json"])).out)).toEqual({ code, ...catalogue[code as Code] });
});

test("a rule of the audit is said to be held live, or only afterwards", async () => {
  const held = async (code: string): Promise<string | undefined> =>
    (await baton(["explain", code])).out.split("\n").find((line) => line.startsWith("  held: "));
  expect(await held("flow/stop-skipped")).toBe("  held: by the hooks while Codex runs, and afterwards by baton audit");
  expect(await held("team/short-wait")).toBe("  held: afterwards, by baton audit");
  expect(await held("skill/dead-link")).toBeUndefined();
});

test("without a code all of them are listed, sorted", async () => {
  const { out, status } = await baton(["explain"]);
  const codes = out
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/)[0]);
  expect(status).toBe(0);
  expect(codes).toEqual(Object.keys(catalogue).sort());
  expect(JSON.parse((await baton(["explain", "--json"])).out)).toHaveLength(codes.length);
});

test.each([
  ["near one", "response/sintax", 'did you mean "response/syntax"?'],
  ["near none", "nonsense", "baton explain lists all of them"],
  ["only JavaScript knows", "toString", "baton explain lists all of them"],
])("a code that is %s fails with a way on", async (_, code, hint) => {
  expect(await baton(["explain", code])).toEqual({
    status: 2,
    out: "",
    err: `baton: error: there is no code "${code}" [cli/unknown-code]\n  hint: ${hint}\n`,
  });
});
