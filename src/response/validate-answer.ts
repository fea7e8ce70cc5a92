import { type Agent, agentNamed, type Contract } from "../contract/contract.ts";
import { type Diagnostic, diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { type SchemaProblemKind, schemaProblems } from "../core/schema-problem.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import { jsonDepth, parseJson } from "../parse/json.ts";
import type { AnswerSchema } from "./answer-schema.ts";
import { isPlain } from "./plain-json.ts";
import { readPayload } from "./read-payload.ts";
import { type Routed, routeAnswer, routeInvalid } from "./route-answer.ts";

/** What answers are held to. `schemasFor` is asked once an answer. */
export interface AnswerRules {
  readonly contract: Contract;
  readonly schemasFor: (agent: string) => readonly AnswerSchema[];
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

/** Sizes in UTF-16 units; depth in nested brackets. */
export const answerLimits = { size: 1_000_000, depth: 64 } as const;

/**
 * Checks one answer against its agent's schemas and says where it goes. Strict: prose around the payload is an error.
 * `lenient` recovers what can be (prose, fences, several payloads, JSON slips) and reports each recovery as a warning.
 */
export function validateAnswer(answer: Answer, rules: AnswerRules, lenient = false): Verdict {
  const { file, text } = answer;
  const agent = agentNamed(rules.contract, answer.agent);
  const schemas = rules.schemasFor(answer.agent);
  if (agent === undefined || schemas.length === 0) return unknownAgent(answer, rules);
  const clean = text.length > answerLimits.size ? undefined : parseClean(text);
  if (clean !== undefined && isPlain(text, clean, answerLimits.depth) && fits(clean, schemas)) {
    return verdict(answer, rules, agent, clean, []);
  }
  const tooMuch = excess(text, file);
  if (tooMuch !== undefined) return verdict(answer, rules, agent, undefined, [tooMuch]);

  const fitsSchemas = (value: unknown): boolean => fits(value, schemas);
  const read = readPayload(text, file, lenient, fitsSchemas);
  if (read.value === undefined) return verdict(answer, rules, agent, undefined, read.findings);
  const at = locator(text, file, read.start, read.end);
  return verdict(answer, rules, agent, read.value, [
    ...read.findings,
    ...schemaFindings(read.value, schemas, file, at),
  ]);
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

function fits(value: unknown, schemas: readonly AnswerSchema[]): boolean {
  return schemas.every((schema) => schema.validate(value).length === 0);
}

function excess(text: string, file: string): Diagnostic | undefined {
  if (text.length > answerLimits.size) {
    const message = `the answer has ${text.length} characters, more than the ${answerLimits.size} allowed`;
    return diagnose("response/too-large", { message, where: { file } });
  }
  if (jsonDepth(text) > answerLimits.depth) {
    return diagnose("response/too-deep", {
      message: `the answer nests deeper than ${answerLimits.depth} levels`,
      where: { file },
    });
  }
  return undefined;
}

function unknownAgent(answer: Answer, rules: AnswerRules): Verdict {
  const names = rules.contract.agents.map((agent) => agent.name);
  const known = names.includes(answer.agent);
  const finding = diagnose("response/unknown-agent", {
    message: known
      ? `"${answer.agent}" has no schema`
      : `"${answer.agent}" is not an agent of the contract, which has ${closedList(names, 30)}`,
    hint: known ? `write .baton/schemas/${answer.agent}.schema.json` : didYouMean(answer.agent, names),
    where: { file: answer.file },
  });
  return { file: answer.file, agent: answer.agent, valid: false, answer: undefined, findings: [finding] };
}

function verdict(
  answer: Answer,
  rules: AnswerRules,
  agent: Agent,
  value: unknown,
  findings: readonly Diagnostic[],
): Verdict {
  const valid = !findings.some((finding) => finding.severity === "error");
  const routed = valid ? routeAnswer(agent, value) : routeInvalid(rules.contract, agent);
  return { file: answer.file, agent: agent.name, valid, answer: value, findings, routed };
}

type Locate = (pointer: string) => Span | undefined;

/** Positions in the whole answer of the values inside its payload. */
function locator(text: string, file: string, start: number, end: number): Locate {
  let locate: Locate | undefined;
  return (pointer) => {
    locate ??= parseJson(
      `${blank(text.slice(0, start))}${text.slice(start, end)}`,
      file,
      Number.POSITIVE_INFINITY,
    ).locate;
    return locate(pointer) ?? new LineIndex(text).span(start);
  };
}

/** Everything but line ends becomes spaces, so that positions stay while the prose goes. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

const codes: Readonly<Record<SchemaProblemKind, Diagnostic["code"]>> = {
  missing: "response/missing-field",
  value: "response/unknown-value",
  type: "response/wrong-type",
  empty: "response/empty-value",
  excluded: "response/contradiction",
  "unknown-key": "response/contradiction",
  form: "response/malformed-value",
};

function schemaFindings(value: unknown, schemas: readonly AnswerSchema[], file: string, at: Locate): Diagnostic[] {
  const findings = new Map<string, Diagnostic>();
  for (const schema of schemas) {
    for (const problem of schemaProblems(schema.validate(value), schema.schema, value)) {
      const span = at(problem.pointer);
      const where = { file, pointer: problem.pointer, ...(span === undefined ? {} : { span }) };
      const key = `${problem.pointer} ${problem.message}`;
      if (!findings.has(key))
        findings.set(key, diagnose(codes[problem.kind], { message: problem.message, hint: problem.hint, where }));
    }
  }
  return [...findings.values()];
}
