import fc from "fast-check";
import { expect, test } from "vitest";
import { agentTable } from "../helpers/agent-table.ts";
import { exampleOf } from "../helpers/answer-for.ts";
import { schemaOf, validate } from "../helpers/shipped-rules.ts";

test.each(agentTable.map((row) => row.agent))(
  "%s: no answer that ends too early is valid, however lenient",
  async (agent) => {
    const whole = JSON.stringify(exampleOf(await schemaOf(agent)), null, 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.boolean(), async (at, lenient) => {
        const { valid, routed, findings } = await validate(agent, whole.slice(0, at), { lenient });
        expect(valid).toBe(false);
        expect(routed?.route).toBe("revise");
        expect(findings.some(({ code }) => code === "response/cut-off" || code === "response/no-json")).toBe(true);
      }),
      { numRuns: 30 },
    );
  },
);

test("a whole answer before one that was cut off does not stand in for it", async () => {
  const draft = '{"status": "approved"}';
  const final = '{"status": "blocked", "reason": "unclear_specification", "blockingIssues": [{"description": "a"}]}';
  for (let at = 1; at < final.length; at++) {
    const { valid } = await validate("quality-fixer", `${draft}\n${final.slice(0, at)}`, { lenient: true });
    expect(valid, final.slice(0, at)).toBe(false);
  }
});

test("an object inside one that was cut off does not stand in for it", async () => {
  const text = '{"status": "blocked", "instead of": {"status": "approved"}, "reason": "un';
  expect(await validate("quality-fixer", text, { lenient: true })).toMatchObject({
    valid: false,
    routed: { route: "revise" },
  });
});
