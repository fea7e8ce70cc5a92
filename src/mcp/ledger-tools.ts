import type { McpServer } from "@modelcontextprotocol/server";
import { loadProjectRules } from "../pack/project-rules.ts";
import { openRuns } from "../run/open-runs.ts";
import { tools } from "../run/operations/tools.ts";
import { failureResult } from "./failure-result.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Registers the ledger's tools: the same operations as `baton call` and `baton run`. Each call opens the repository's
 * store and closes it again, so that no session holds it.
 */
export function registerLedger(server: McpServer, cwd: string, env: Environment): void {
  for (const { name, description, readOnly, input, output, call } of tools) {
    const config = {
      description,
      // Unknown fields come through to be refused in our words, with a suggestion.
      inputSchema: input.loose(),
      outputSchema: output,
      annotations: { readOnlyHint: readOnly, destructiveHint: false, openWorldHint: false },
    };
    server.registerTool(name, config, async (given: unknown) => {
      try {
        const opens = name === "workflow_open";
        const approvals = opens ? (await loadProjectRules(cwd, env)).contract.ledgers.approvals : undefined;
        const runs = openRuns(cwd, opens, approvals);
        try {
          const result = await call(runs.context, given);
          return { content: [{ type: "text", text: JSON.stringify(result) }], structuredContent: { ...result } };
        } finally {
          await runs.context.store.close();
        }
      } catch (error) {
        return failureResult(error);
      }
    });
  }
}
