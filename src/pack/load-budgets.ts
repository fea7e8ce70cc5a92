import { diagnose } from "../core/diagnostic.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import { parseJson } from "../parse/json.ts";
import { pointerOf } from "../parse/parsed.ts";
import { type Budgets, budgetNames } from "./budgets.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";

/** Loads a budget file; undefined when there is none. What is wrong in it becomes a finding and holds nothing. */
export function loadBudgets(path: string, files: ReadFiles): Budgets | undefined {
  const source = files.readIfThere(path);
  if (source === undefined) return undefined;
  const { file } = source;
  const parsed = parseJson(source.text, file);
  files.findings.push(...parsed.findings);
  if (parsed.value === undefined) return undefined;
  const report = (path: readonly string[], message: string, hint?: string): void => {
    const span = parsed.locate(pointerOf(path), path.length === 0 ? "value" : "key");
    const where = { file, pointer: pointerOf(path), ...(span === undefined ? {} : { span }) };
    files.findings.push(diagnose("pack/budgets-invalid", { message, hint, where }));
  };
  const record = asRecord(parsed.value);
  if (record === undefined) report([], "the budgets are not a table", "write an object of token counts");
  const budgets: Record<string, number> = {};
  for (const [name, tokens] of Object.entries(record ?? {})) {
    if (name.startsWith("$")) continue;
    if (!budgetNames.some((one) => one === name))
      report([name], `"${name}" is not a budget, there are ${closedList(budgetNames)}`, didYouMean(name, budgetNames));
    else if (typeof tokens !== "number" || !Number.isInteger(tokens) || tokens < 1)
      report([name], `"${name}" is not a number of tokens`, "write a whole number above zero");
    else budgets[name] = tokens;
  }
  return { file, ...budgets };
}
