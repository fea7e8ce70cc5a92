import { expect, test } from "vitest";
import { connect } from "../helpers/mcp-session.ts";

test("tells the model what it is for before any tool is asked for", async () => {
  const client = await connect();
  expect(client.getServerVersion()).toMatchObject({ name: "baton", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(client.getInstructions()).toContain("give it unedited to validate_answer");
});

test("offers one tool, which reads only", async () => {
  const { tools } = await (await connect()).listTools();
  expect(tools.map(({ name, annotations }) => ({ name, annotations }))).toEqual([
    { name: "validate_answer", annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false } },
  ]);
  expect(tools[0]?.inputSchema).toMatchObject({ required: ["agent", "answer"] });
  expect(Object.keys(tools[0]?.inputSchema.properties ?? {})).toEqual(["agent", "answer", "lenient"]);
  expect(tools[0]?.outputSchema).toMatchObject({ required: ["valid", "findings"] });
});
