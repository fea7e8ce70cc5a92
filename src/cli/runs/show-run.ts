import { shownLine } from "../../render/shown-line.ts";
import { type Style, visible } from "../../render/style.ts";
import type { GetOutput } from "../../run/operations/output/outputs.ts";
import type { ResumeView, StepView } from "../../run/operations/output/views.ts";
import { since } from "./ago.ts";
import { standingOf } from "./step-standing.ts";

type Paint = keyof Style;

const marks: Readonly<Record<StepView["status"], readonly [mark: string, paint: Paint]>> = {
  pending: ["·", "dim"],
  in_progress: ["▸", "blue"],
  completed: ["✓", "green"],
  blocked: ["■", "red"],
  waiting_approval: ["?", "yellow"],
  failed: ["✗", "red"],
  skipped: ["–", "dim"],
};

/** A run for people: where it stands, each step with its mark, what waits for whom, what comes next. */
export function showRun({ run, resume, steps = [] }: GetOutput, now: string, style: Style): string {
  const facts = [
    `${style.bold(statusWords(run.status))} since ${since(run.since, now)}`,
    shownLine(run.kind, 40),
    ...(run.priority === "normal" ? [] : [`${run.priority} priority`]),
    run.owner === null ? "no owner" : `owner ${shownLine(run.owner, 40)}`,
    `revision ${run.revision}`,
  ];
  const lines = [
    `${style.bold(run.run_id)}  ${shownLine(run.goal)}`,
    `  ${facts.join(" · ")}`,
    ...(run.summary === null ? [] : [`  ${style.dim(shownLine(run.summary))}`]),
    ...(steps.length === 0 ? [] : ["", ...stepLines(steps, now, style)]),
    "",
    ...nextLines(resume, style),
  ];
  return `${lines.join("\n")}\n`;
}

/** What comes next, and whether it can be done now. */
export function nextLines({ can_resume: can, message, next_action: action }: ResumeView, style: Style): string[] {
  const mark = can ? style.green("→") : style.yellow("!");
  return [`${mark} ${visible(message)}`, ...(action === null ? [] : [`  ${style.dim("next:")} ${shownLine(action)}`])];
}

/** A status as words: `waiting for approval`. */
export function statusWords(status: string): string {
  return status === "waiting_approval" ? "waiting for approval" : status.replaceAll("_", " ");
}

function stepLines(steps: readonly StepView[], now: string, style: Style): string[] {
  const keyWidth = Math.min(24, Math.max(...steps.map((step) => step.key.length)));
  const titles = steps.map((step) => (step.title === step.key ? "" : shownLine(step.title, 60)));
  const titleWidth = Math.max(...titles.map((title) => title.length));
  return steps.flatMap((step, at) => {
    const [mark, paint] = marks[step.status];
    const head = `  ${style[paint](mark)} ${visible(step.key).padEnd(keyWidth)}  ${(titles[at] ?? "").padEnd(titleWidth)}  ${standingOf(step, now)}`;
    const said = step.status === "waiting_approval" ? (step.approval?.asked ?? step.summary) : step.summary;
    const note = said === null ? [] : [`    ${" ".repeat(keyWidth)}  ${style.dim(shownLine(said))}`];
    return [head.trimEnd(), ...note];
  });
}
