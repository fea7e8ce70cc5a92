import type * as z from "zod";
import { Failure } from "../../core/failure.ts";
import { closedList, didYouMean } from "../../core/suggest.ts";
import { checkInput, type Locate } from "./check-input.ts";
import type { RunContext } from "./context.ts";
import { getRun } from "./get.ts";
import { handOver } from "./handoff.ts";
import { handoffInput } from "./input/handoff-input.ts";
import { openInput } from "./input/open-input.ts";
import { getInput, listInput, replayInput, resumeInput } from "./input/read-inputs.ts";
import { updateInput } from "./input/update-input.ts";
import { listRuns } from "./list.ts";
import { openRun } from "./open.ts";
import {
  getOutput,
  handoffOutput,
  listOutput,
  openOutput,
  replayOutput,
  resumeOutput,
  updateOutput,
} from "./output/outputs.ts";
import { readOpenInput } from "./read-open-input.ts";
import { replayRun } from "./replay.ts";
import { resumeRun } from "./resume.ts";
import { updateRun } from "./update.ts";

/** A ledger operation as models and scripts call it. */
export interface Tool {
  readonly name: string;
  /** What it does, for somebody who sees nothing else. */
  readonly description: string;
  /** Whether it changes nothing. */
  readonly readOnly: boolean;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /**
   * Checks the input, then carries the operation out.
   * @throws Failure run/…
   */
  readonly call: (context: RunContext, input: unknown, locate?: Locate) => Promise<object>;
}

function reading<Input extends z.ZodObject>(
  name: string,
  description: string,
  input: Input,
  output: z.ZodObject,
  operation: (context: RunContext, input: z.infer<Input>) => Promise<object>,
): Tool {
  const call: Tool["call"] = (context, value, locate) => operation(context, checkInput(input, value, locate));
  return { name, description, readOnly: true, input, output, call };
}

/** Every ledger operation. */
export const tools: readonly Tool[] = [
  {
    name: "workflow_open",
    description:
      "Open a durable run for work of several steps that must survive restarts, compaction and a change of client. Returns its run_id; keep it.",
    readOnly: false,
    input: openInput,
    output: openOutput,
    call: async (context, value, locate) => openRun(context, readOpenInput(value, locate)),
  },
  {
    name: "workflow_update",
    description:
      "Record progress of a run: a step started, completed, failed, blocked or waiting for approval, with a summary and evidence. What you leave out stays as it is. The answer says what comes next.",
    readOnly: false,
    input: updateInput,
    output: updateOutput,
    call: async (context, value, locate) => updateRun(context, checkInput(updateInput, value, locate)),
  },
  reading(
    "workflow_resume",
    "Ask what to do next in a run, after a restart or at any time. It answers with one verdict; do not reconstruct progress from memory.",
    resumeInput,
    resumeOutput,
    resumeRun,
  ),
  reading(
    "workflow_replay",
    "Show what happened in a run, newest first: every event with its actor and attempt.",
    replayInput,
    replayOutput,
    replayRun,
  ),
  {
    name: "workflow_handoff",
    description: "Hand a run over to another client or session. Only its owner can.",
    readOnly: false,
    input: handoffInput,
    output: handoffOutput,
    call: async (context, value, locate) => handOver(context, checkInput(handoffInput, value, locate)),
  },
  reading("workflow_get", "Read the whole stored state of a run.", getInput, getOutput, getRun),
  reading(
    "workflow_list",
    "List this repository's runs, newest first; those that have ended only when asked.",
    listInput,
    listOutput,
    listRuns,
  ),
];

/**
 * The tool of that name.
 * @throws Failure run/unknown-tool
 */
export function toolNamed(name: string): Tool {
  const tool = tools.find((one) => one.name === name);
  if (tool !== undefined) return tool;
  const names = tools.map((one) => one.name);
  throw new Failure("run/unknown-tool", `there is no tool "${name}", there are ${closedList(names)}`, {
    status: 2,
    hint: didYouMean(name, names),
  });
}
