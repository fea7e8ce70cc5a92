import { type Agent, agentNamed, type Contract } from "../contract/contract.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { AnswerSchema } from "./answer-schema.ts";
import { isPlain } from "./plain-json.ts";
import { type Routed, routeAnswer, routeInvalid } from "./route-answer.ts";
import { unknownReferences } from "./unknown-references.ts";

/** What an answer is held to. `schemas` are those of its agent, all of which it has to fit. */
export interface AnswerRules {
  readonly contract: Contract;
  readonly schemas: readonly AnswerSchema[];
}

export interface Answer {
  /** The name findings give the answer: a path, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
  readonly agent: string;
}

/** What was found out about one answer. `routed` is absent only when the agent is not in the contract. */
export interface Verdict {
  readonly file: string;
  readonly agent: string;
  readonly valid: boolean;
  readonly answer: unknown;
  readonly findings: readonly Diagnostic[];
  readonly routed?: Routed;
}

/** Sizes in UTF-16 units; depth in nested brackets, that of src/parse. */
export const answerLimits = { size: 1_000_000, depth: 64 } as const;

/**
 * Checks one answer against its agent's schemas and says where it goes. Strict: prose around the payload is an error.
 * `lenient` recovers what can be (prose, fences, several payloads, JSON slips) and reports each recovery as a warning.
 */
export async function validateAnswer(answer: Answer, rules: AnswerRules, lenient = false): Promise<Verdict> {
  const quick = validatePlainAnswer(answer, rules);
  if (quick !== undefined) return quick;
  const agent = agentNamed(rules.contract, answer.agent);
  // Loaded only now: most answers are good, and a hook pays for each module at each event.
  const { examineAnswer, unknownAgent } = await import("./examine-answer.ts");
  if (agent === undefined || rules.schemas.length === 0) {
    return {
      file: answer.file,
      agent: answer.agent,
      valid: false,
      answer: undefined,
      findings: [unknownAgent(answer, rules.contract)],
    };
  }
  const { value, findings } = examineAnswer(answer, agent, rules.schemas, answerLimits.size, lenient);
  return verdict(answer, rules, agent, value, findings);
}

/** The verdict on an answer that is one plain JSON object and fits; undefined where `validateAnswer` has to look closer. */
export function validatePlainAnswer(answer: Answer, rules: AnswerRules): Verdict | undefined {
  const { file, text } = answer;
  const agent = agentNamed(rules.contract, answer.agent);
  if (agent === undefined || rules.schemas.length === 0 || text.length > answerLimits.size) return undefined;
  const value = parseClean(text);
  if (value === undefined || !isPlain(text, value, answerLimits.depth) || !fitsAll(value, rules.schemas))
    return undefined;
  if (agent.refers !== undefined && unknownReferences(agent, value).length > 0) return undefined;
  return { file, agent: agent.name, valid: true, answer: value, findings: [], routed: routeAnswer(agent, value) };
}

/** The whole text as one JSON object, the way a well-behaved agent answers; anything else takes the slow road. */
function parseClean(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fitsAll(answer: object, schemas: readonly AnswerSchema[]): boolean {
  for (const schema of schemas) if (!schema.fits(answer)) return false;
  return true;
}

function verdict(
  answer: Answer,
  rules: AnswerRules,
  agent: Agent,
  value: unknown,
  findings: readonly Diagnostic[],
): Verdict {
  const valid = findings.length === 0 || !findings.some((finding) => finding.severity === "error");
  const routed = valid ? routeAnswer(agent, value) : routeInvalid(rules.contract, agent);
  return { file: answer.file, agent: agent.name, valid, answer: value, findings, routed };
}
