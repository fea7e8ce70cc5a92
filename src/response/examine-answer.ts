import type { Agent, Contract } from "../contract/contract.ts";
import { type Diagnostic, diagnose, type Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { type SchemaProblemKind, schemaProblems } from "../core/schema-problem.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import { show } from "../core/value-words.ts";
import { parseJson } from "../parse/json.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { AnswerSchema } from "./answer-schema.ts";
import { compileSchema, type Validate } from "./compile-schema.ts";
import { payloadInPlace } from "./payload-in-place.ts";
import { readPayload } from "./read-payload.ts";
import { routeAnswer } from "./route-answer.ts";
import { unknownReferences } from "./unknown-references.ts";
import type { Answer } from "./validate-answer.ts";

/** The slow road: reads an answer that is not plainly good, and says everything that is wrong with it, with its place. */
export function examineAnswer(
  { file, text }: Answer,
  agent: Agent,
  schemas: readonly AnswerSchema[],
  sizeLimit: number,
  lenient: boolean,
): { value: unknown; findings: readonly Diagnostic[] } {
  if (text.length > sizeLimit) {
    const message = `the answer has ${text.length} characters, more than the ${sizeLimit} allowed`;
    return { value: undefined, findings: [diagnose("response/too-large", { message, where: { file } })] };
  }
  const read = readPayload(text, file, lenient, (value) =>
    schemas.every((schema) => schema.fits(value)) ? routeAnswer(agent, value).route : undefined,
  );
  if (read.value === undefined) return read;
  const locate = locator(text, file, read.start, read.end);
  const findings = [
    ...read.findings,
    ...schemaFindings(read.value, schemas, file, locate),
    ...referenceFindings(read.value, agent, file, locate),
  ];
  return { value: read.value, findings };
}

/** Says why an answer cannot be checked at all: its agent is unknown, or has no schema. */
export function unknownAgent(answer: Answer, contract: Contract): Diagnostic {
  const names = contract.agents.map((agent) => agent.name);
  const known = names.includes(answer.agent);
  return diagnose("response/unknown-agent", {
    message: known
      ? `"${answer.agent}" has no schema`
      : `"${answer.agent}" is not an agent of the contract, which has ${closedList(names, 30)}`,
    hint: known ? `write .baton/schemas/${answer.agent}.schema.json` : didYouMean(answer.agent, names),
    where: { file: answer.file },
  });
}

type Locate = (pointer: string, part: "key" | "value") => Span | undefined;

/** Positions in the whole answer of the values inside its payload. */
function locator(text: string, file: string, start: number, end: number): Locate {
  let locate: Parsed["locate"] | undefined;
  return (pointer, part) => {
    locate ??= parseJson(payloadInPlace(text, start, end), file, Number.POSITIVE_INFINITY).locate;
    return locate(pointer, part) ?? new LineIndex(text).span(start);
  };
}

const codes: Readonly<Record<SchemaProblemKind, Diagnostic["code"]>> = {
  missing: "response/missing-field",
  value: "response/unknown-value",
  type: "response/wrong-type",
  empty: "response/empty-value",
  excluded: "response/contradiction",
  "unknown-key": "response/unknown-field",
  form: "response/malformed-value",
};

/** Compiling takes longer than checking: a directory of answers pays for each schema once. */
const validators = new WeakMap<AnswerSchema, Validate>();

function validatorOf(schema: AnswerSchema): Validate {
  const validate = validators.get(schema) ?? compileSchema(schema.schema);
  validators.set(schema, validate);
  return validate;
}

function schemaFindings(value: unknown, schemas: readonly AnswerSchema[], file: string, at: Locate): Diagnostic[] {
  const findings = new Map<string, Diagnostic>();
  for (const schema of schemas) {
    for (const problem of schemaProblems(validatorOf(schema)(value), schema.schema, value)) {
      const span = at(problem.pointer, problem.kind === "unknown-key" ? "key" : "value");
      const where = { file, pointer: problem.pointer, ...(span === undefined ? {} : { span }) };
      const key = `${problem.pointer} ${problem.message}`;
      if (!findings.has(key))
        findings.set(key, diagnose(codes[problem.kind], { message: problem.message, hint: problem.hint, where }));
    }
  }
  return [...findings.values()];
}

function referenceFindings(value: unknown, agent: Agent, file: string, at: Locate): Diagnostic[] {
  return unknownReferences(agent, value).map(({ field, to, value: given, known }) => {
    const pointer = `/${field.replaceAll(".", "/")}`;
    const span = at(pointer, "value");
    const where = { file, pointer, ...(span === undefined ? {} : { span }) };
    const message = `"${field}" is ${show(given)}, not one that "${to}" has: ${closedList(known, 30)}`;
    return diagnose("response/unknown-value", { message, hint: didYouMean(given, known), where });
  });
}
