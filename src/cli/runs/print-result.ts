import type { Style } from "../../render/style.ts";
import type { RunContext } from "../../run/operations/context.ts";
import { getRun } from "../../run/operations/get.ts";
import type { Io } from "../io.ts";
import { styleFor } from "../style-for.ts";
import { showRun } from "./show-run.ts";

/** Prints a result: with `json` as it is, else in words. */
export function printResult(io: Io, json: boolean | undefined, result: object, words: (style: Style) => string): void {
  io.out(json === true ? `${JSON.stringify({ ok: true, ...result }, null, 2)}\n` : words(styleFor(io, "stdout")));
}

/** Prints the result of a change: with `json` as it is, else a line on what was done and the run as it stands now. */
export async function printChange(
  io: Io,
  json: boolean | undefined,
  context: RunContext,
  result: { readonly run_id: string },
  done: string,
): Promise<void> {
  if (json === true) return printResult(io, true, result, () => "");
  const stands = await getRun(context, { run_id: result.run_id });
  printResult(io, false, result, (style) => `${done}\n\n${showRun(stands, context.now(), style)}`);
}
