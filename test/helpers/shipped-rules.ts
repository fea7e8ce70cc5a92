import { loadShipped } from "../../src/pack/shipped.ts";
import type { AnswerSchema } from "../../src/response/answer-schema.ts";
import { type Verdict, validateAnswer } from "../../src/response/validate-answer.ts";

export const shipped = await loadShipped();

/** The shipped schema of an agent's answer. */
export async function schemaOf(agent: string): Promise<AnswerSchema> {
  const schema = await shipped.schemaOf(agent);
  if (schema === undefined) throw new Error(`${agent} has no schema`);
  return schema;
}

/** Validates an answer by the shipped contract, and by schemas of a project's beside it. */
export async function validate(
  agent: string,
  text: string,
  { lenient = false, beside = [] as readonly AnswerSchema[], file = "answer" } = {},
): Promise<Verdict> {
  const schema = await shipped.schemaOf(agent);
  const rules = { contract: shipped.contract, schemas: [...(schema === undefined ? [] : [schema]), ...beside] };
  return validateAnswer({ file, text, agent }, rules, lenient);
}
