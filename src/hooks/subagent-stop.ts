import { agentNamed } from "../contract/contract.ts";
import type { ProjectRules } from "../pack/project-rules.ts";
import { validateAnswer } from "../response/validate-answer.ts";

/** What Codex tells a SubagentStop hook, as far as Baton reads it. */
export interface SubagentStop {
  readonly agentType: string;
  readonly lastMessage: string;
  /** How often a hook has sent this agent back before. */
  readonly sentBack: number;
}

/** What the hook answers: nothing lets the agent finish. Source of the format: Codex 0.169, hook output of SubagentStop. */
export type SubagentStopOutput =
  | { readonly decision: "block"; readonly reason: string }
  | { readonly systemMessage: string }
  | undefined;

/**
 * Sends an answer that breaks its schema back with the exact findings, as often as the contract's limit of revisions
 * allows, then lets it through with a message. Agents outside the contract are none of its business.
 */
export async function decideSubagentStop(stop: SubagentStop, rules: ProjectRules): Promise<SubagentStopOutput> {
  if (agentNamed(rules.contract, stop.agentType) === undefined) return undefined;
  const schemas = await rules.schemasFor(stop.agentType);
  if (schemas.length === 0) return undefined;
  const answer = { file: "answer", text: stop.lastMessage, agent: stop.agentType };
  const { valid, findings } = await validateAnswer(answer, { contract: rules.contract, schemas });
  if (valid) return undefined;
  const errors = findings.filter((finding) => finding.severity === "error");
  if (stop.sentBack >= rules.contract.limits.revisions) {
    const corrections = `${stop.sentBack} correction${stop.sentBack === 1 ? "" : "s"}`;
    return {
      systemMessage: `Baton: the answer of ${stop.agentType} still breaks its schema after ${corrections} (${errors[0]?.code}).`,
    };
  }
  const list = errors.map(
    ({ code, message, where }) =>
      `- ${where.span === undefined ? "" : `line ${where.span.line}: `}${message} [${code}]`,
  );
  return {
    decision: "block",
    reason: `Your answer does not fit the schema of ${stop.agentType}:\n${list.join("\n")}\nReturn the corrected JSON object alone, with nothing before or after it.`,
  };
}
