import { objectOf, parseJson, textOf } from "../../test/e2e/json-value.ts";
import type { ThreadFile } from "./thread-file.ts";

/**
 * Gives each switch of Baton's hooks the time, on the corpus's clock, of the moment at which it happened: after the last
 * line of the root that was written before.
 * @param text a `.baton/hooks.jsonl`
 * @param raw the root as Codex wrote it
 * @param settled the same lines with the corpus's times
 */
export function settleSwitches(text: string, raw: ThreadFile, settled: ThreadFile): string {
  return text.replace(/^\{.*\}$/gm, (line) => {
    const one = objectOf(parseJson(line));
    const at = Date.parse(textOf(one.at));
    const before = raw.lines.findLastIndex(({ timestamp }) => Date.parse(timestamp) <= at);
    const after = Date.parse(settled.lines[Math.max(before, 0)]?.timestamp ?? "");
    return JSON.stringify({ ...one, at: new Date(before < 0 ? after - 60_000 : after + 1).toISOString() });
  });
}
