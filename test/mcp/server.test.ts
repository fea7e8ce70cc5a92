import { expect, test } from "vitest";
import { connect } from "../helpers/mcp-session.ts";

test("tells the model what it is for before any tool is asked for", async () => {
  const client = await connect();
  expect(client.getServerVersion()).toMatchObject({ name: "baton", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(client.getInstructions()).toContain("give it unedited to validate_answer");
});

test("offers the check of an answer and the ledger, and says which of them only read", async () => {
  const { tools } = await (await connect()).listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ["validate_answer", true],
    ["workflow_open", false],
    ["workflow_update", false],
    ["workflow_resume", true],
    ["workflow_replay", true],
    ["workflow_handoff", false],
    ["workflow_get", true],
    ["workflow_list", true],
  ]);
  expect(tools[0]?.inputSchema).toMatchObject({ required: ["agent", "answer"] });
  expect(Object.keys(tools[0]?.inputSchema.properties ?? {})).toEqual(["agent", "answer", "lenient"]);
  expect(tools[0]?.outputSchema).toMatchObject({ required: ["valid", "findings"] });
});
