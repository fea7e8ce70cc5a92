import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { loadProjectRules } from "../pack/project-rules.ts";
import { type Verdict, validateAnswer } from "../response/validate-answer.ts";
import { failureResult } from "./failure-result.ts";

const finding = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  hint: z.string().optional(),
  pointer: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});

const output = z.object({
  valid: z.boolean(),
  route: z.enum(["proceed", "revise", "escalate", "halt"]).optional(),
  next: z.string().optional(),
  decidedBy: z.object({ field: z.string(), value: z.string() }).optional(),
  findings: z.array(finding),
});

/** Registers `validate_answer`: the same check as `baton validate`, for one answer. */
export function registerValidateAnswer(
  server: McpServer,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  server.registerTool(
    "validate_answer",
    {
      title: "Validate a subagent's answer",
      description:
        "Checks the final message of a Baton agent against the agent's schema and says where it goes: proceed, revise, escalate or halt, with the next action. Pass the message as it came.",
      inputSchema: z.object({
        agent: z.string().describe("The agent's name, for example document-reviewer."),
        answer: z.string().describe("Its final message, whole and unedited."),
        lenient: z.boolean().optional().describe("Recover the JSON from prose around it, reported as a warning."),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    async ({ agent, answer, lenient }) => {
      try {
        const { contract, schemasFor } = await loadProjectRules(cwd, env);
        const rules = { contract, schemas: await schemasFor(agent) };
        const result = asOutput(await validateAnswer({ file: "answer", text: answer, agent }, rules, lenient === true));
        return { content: [{ type: "text", text: JSON.stringify(result) }], structuredContent: result };
      } catch (error) {
        return failureResult(error);
      }
    },
  );
}

function asOutput({ valid, routed, findings }: Verdict): z.infer<typeof output> {
  return {
    valid,
    ...(routed === undefined ? {} : { route: routed.route, next: routed.next }),
    ...(routed?.decidedBy === undefined ? {} : { decidedBy: routed.decidedBy }),
    findings: findings.map(({ code, severity, message, hint, where }) => ({
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(where.pointer === undefined ? {} : { pointer: where.pointer }),
      ...(where.span === undefined ? {} : { line: where.span.line, column: where.span.column }),
    })),
  };
}
