import { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { registerLedger } from "./ledger-tools.ts";
import { registerValidateAnswer } from "./validate-answer-tool.ts";

/** What a model sees of Baton before anything else: many clients load the tools themselves only when they are asked for. */
const instructions = `Baton holds a team of subagents to its contract, and remembers work that outlives a session.
Before you use an answer of a Baton agent (requirement-analyzer, technical-designer, document-reviewer, task-executor, quality-fixer and \
others), give it unedited to validate_answer: it says whether the answer fits the agent's schema and where it goes (proceed, revise, \
escalate, halt), with the next action. Never route an answer it did not accept.
For work of several steps that must survive a restart, a compaction or a change of client, keep a run: workflow_open once, \
workflow_update at each step with evidence, workflow_resume to learn the next step instead of reconstructing it from memory, \
workflow_handoff to pass it on; workflow_get, workflow_list and workflow_replay read.`;

/**
 * Serves Baton's tools over standard input and output until the client hangs up. Standard output belongs to the protocol.
 * @param cwd where the session runs: the project's contract and schemas are those in force there
 */
export async function serveMcp(
  version: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const server = new McpServer({ name: "baton", version }, { instructions });
  registerValidateAnswer(server, cwd, env);
  registerLedger(server, cwd, env);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  await server.connect(transport);
  await closed;
}
