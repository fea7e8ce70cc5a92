import { Ajv2020 } from "ajv/dist/2020.js";
import { loadShipped } from "../../src/pack/shipped.ts";
import { ajvOptions } from "../../src/response/compile-schema.ts";
import { validateAnswer, validatePlainAnswer } from "../../src/response/validate-answer.ts";
import { atLeast, type Line } from "./bar.ts";
import { median } from "./compare.ts";

const answersARound = 2_400;
const rounds = 150;

/** Checked answers a second against bare JSON.parse and a compiled ajv check of the same texts, in turns. */
export async function benchThroughput(): Promise<Line[]> {
  const shipped = await loadShipped();
  const cases = await Promise.all(
    shipped.contract.agents.map(async ({ name }) => {
      const schema = await shipped.schemaOf(name);
      if (schema === undefined) throw new Error(`${name} has no schema`);
      const { examples } = schema.schema as { examples: readonly unknown[] };
      const check = new Ajv2020(ajvOptions).compile(schema.schema as object);
      return { name, text: JSON.stringify(examples[0], null, 1), schemas: [schema], check };
    }),
  );
  const bare = (): void => {
    for (let at = 0; at < answersARound; at++) {
      const one = cases[at % cases.length];
      if (one === undefined || !one.check(JSON.parse(one.text))) throw new Error(`${one?.name} does not fit`);
    }
  };
  const ours = async (): Promise<void> => {
    for (let at = 0; at < answersARound; at++) {
      const one = cases[at % cases.length];
      if (one === undefined) throw new Error("no case");
      const answer = { file: "answer", text: one.text, agent: one.name };
      const rules = { contract: shipped.contract, schemas: one.schemas };
      const { valid } = validatePlainAnswer(answer, rules) ?? (await validateAnswer(answer, rules));
      if (!valid) throw new Error(`${one.name} is not valid`);
    }
  };
  // Each round is a pair with a ratio of its own, so that what the machine does besides falls on both.
  const pairs: { readonly bareMs: number; readonly oursMs: number }[] = [];
  for (let round = -20; round < rounds; round++) {
    const pair = { bareMs: await timed(bare), oursMs: await timed(ours) };
    if (round >= 0) pairs.push(pair);
  }
  const perSecond = (times: readonly number[]): string =>
    Math.round((answersARound / median(times)) * 1000).toLocaleString("en");
  const detail = `${perSecond(pairs.map(({ oursMs }) => oursMs))}/s against ${perSecond(pairs.map(({ bareMs }) => bareMs))}/s`;
  const ratio = median(pairs.map(({ bareMs, oursMs }) => bareMs / oursMs));
  return [atLeast("answers a second / JSON.parse + ajv", ratio, 0.7, detail)];
}

async function timed(run: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
