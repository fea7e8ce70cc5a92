import { Ajv2020 } from "ajv/dist/2020.js";
import { loadShipped } from "../../src/pack/shipped.ts";
import { ajvOptions } from "../../src/response/compile-schema.ts";
import { validateAnswer, validatePlainAnswer } from "../../src/response/validate-answer.ts";
import { atLeast, type Line } from "./bar.ts";
import { median } from "./compare.ts";

const answersARound = 20_000;

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
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = -3; round < 15; round++) {
    const bareMs = await timed(bare);
    const oursMs = await timed(ours);
    if (round >= 0) {
      times.bare.push(bareMs);
      times.ours.push(oursMs);
    }
  }
  const perSecond = (ms: number): number => Math.round((answersARound / ms) * 1000);
  const [bareMs, oursMs] = [median(times.bare), median(times.ours)];
  const detail = `${perSecond(oursMs).toLocaleString("en")}/s against ${perSecond(bareMs).toLocaleString("en")}/s`;
  return [atLeast("answers a second / JSON.parse + ajv", bareMs / oursMs, 0.7, detail)];
}

async function timed(run: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
