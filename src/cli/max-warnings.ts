import { Failure } from "../core/failure.ts";

/**
 * How many warnings `--max-warnings` allows; any number when it is not given.
 * @throws Failure cli/usage
 */
export function maxWarnings(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(given)) return Number(given);
  throw new Failure("cli/usage", `--max-warnings is "${given}", not a number`, {
    status: 2,
    hint: "write --max-warnings 0",
  });
}
