import { type Diagnostic, diagnose, type Where } from "../../core/diagnostic.ts";
import { parseJson } from "../../parse/json.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";

/** A baseline as it was read, with the place of each entry. */
export interface ReadBaseline {
  readonly baseline: Baseline;
  readonly findings: readonly Diagnostic[];
  readonly whereOf: (entry: number) => Where;
}

const sizeLimit = 4_000_000;

/** Reads the file that `renderBaseline` writes. With findings the baseline knows nothing. */
export function parseBaseline(text: string, file: string): ReadBaseline {
  const { value, findings, locate } = parseJson(text, file, sizeLimit);
  const where = (pointer: string): Where => {
    const span = locate(pointer);
    return { file, pointer, ...(span && { span: { line: span.line, column: span.column } }) };
  };
  const answer = (baseline: Baseline, wrong: readonly Diagnostic[]): ReadBaseline => ({
    baseline,
    findings: wrong,
    whereOf: (entry) => where(`/findings/${entry}`),
  });
  const nothing: Baseline = { version: 1, findings: [] };
  if (findings.length > 0) return answer(nothing, findings);
  const wrong = (pointer: string, message: string) =>
    answer(nothing, [diagnose("audit/baseline-shape", { message, where: where(pointer), hint: rewrite })]);
  const { version, findings: entries } = (isMap(value) ? value : {}) as { version?: unknown; findings?: unknown };
  if (version !== 1)
    return wrong("/version", `its version is ${JSON.stringify(version) ?? "not there"}, only 1 is read`);
  if (!Array.isArray(entries)) return wrong("/findings", '"findings" is not a list');
  const bad = entries.findIndex((entry) => !isEntry(entry));
  if (bad >= 0) return wrong(`/findings/${bad}`, "this is no known finding");
  return answer({ version: 1, findings: entries as BaselineEntry[] }, []);
}

const rewrite = "write it anew with baton audit --write-baseline";

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isMap(value)) return false;
  const { session, code, event, agent, words, count, message } = value;
  const texts = [session, code, event, words, message].every((text) => typeof text === "string");
  return texts && (agent === null || typeof agent === "string") && Number.isSafeInteger(count) && Number(count) > 0;
}
