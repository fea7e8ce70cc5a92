import { loadShipped } from "../../src/pack/shipped.ts";
import type { AnswerSchema } from "../../src/response/answer-schema.ts";
import { type Verdict, validateAnswer } from "../../src/response/validate-answer.ts";

export const shipped = await loadShipped();
const schemas = new Map<string, AnswerSchema | undefined>();

/** The shipped schema of an agent's answer; the same object each time, as compiling it is slow. */
export async function schemaOf(agent: string): Promise<AnswerSchema> {
  const schema = await knownSchema(agent);
  if (schema === undefined) throw new Error(`${agent} has no schema`);
  return schema;
}

async function knownSchema(agent: string): Promise<AnswerSchema | undefined> {
  if (!schemas.has(agent)) schemas.set(agent, await shipped.schemaOf(agent));
  return schemas.get(agent);
}

/** Validates an answer by the shipped contract, and by schemas of a project's beside it. */
export async function validate(
  agent: string,
  text: string,
  { lenient = false, beside = [] as readonly AnswerSchema[], file = "answer" } = {},
): Promise<Verdict> {
  const schema = await knownSchema(agent);
  const rules = { contract: shipped.contract, schemas: [...(schema === undefined ? [] : [schema]), ...beside] };
  return validateAnswer({ file, text, agent }, rules, lenient);
}
