import { shownLine } from "../../render/shown-line.ts";
import type { Style } from "../../render/style.ts";
import type { RunSummary } from "../../run/operations/output/views.ts";
import { since, until } from "./ago.ts";
import { statusWords } from "./show-run.ts";

/** Runs for people: a line each, with what it waits for. */
export function showList(runs: readonly RunSummary[], now: string, style: Style): string {
  const idWidth = Math.max(0, ...runs.map((run) => run.run_id.length));
  const statusWidth = Math.max(0, ...runs.map((run) => statusWords(run.status).length));
  return runs
    .map((run) => {
      const steps = run.steps === 0 ? "" : `${run.steps_done}/${run.steps}`;
      const head = `${style.bold(run.run_id.padEnd(idWidth))}  ${paint(run, style)(statusWords(run.status).padEnd(statusWidth))}  ${steps.padStart(5)}  ${shownLine(run.goal, 70)}`;
      const notes = [run.owner === null ? "" : `owner ${shownLine(run.owner, 40)}`, waiting(run, now)].filter(Boolean);
      return `${head}${notes.length === 0 ? "" : ` ${style.dim(`(${notes.join(", ")})`)}`}\n`;
    })
    .join("");
}

function paint({ status }: RunSummary, style: Style): (text: string) => string {
  if (status === "failed" || status === "blocked") return style.red;
  if (status === "waiting_approval" || status === "paused") return style.yellow;
  return status === "completed" ? style.green : style.blue;
}

function waiting({ waits_for: waits, since: at }: RunSummary, now: string): string {
  if (waits === null) return `since ${since(at, now)}`;
  const step = waits.step === null ? "" : `${shownLine(waits.step, 40)} `;
  return waits.what === "time"
    ? `${step}not before ${until(waits.at, now)}`
    : `${step}waits for ${waits.what} since ${since(waits.at, now)}`;
}
