import { objectOf, textOf } from "../../test/e2e/json-value.ts";
import type { RolloutLine } from "./compact-line.ts";
import type { ThreadFile } from "./thread-file.ts";

/** A line of a thread. */
export interface LinePlace {
  readonly thread: ThreadFile;
  readonly index: number;
}

/** For each line that something in another thread brought about: what that was. */
export function causesOf(threads: readonly ThreadFile[]): ReadonlyMap<RolloutLine, readonly LinePlace[]> {
  const causes = new Map<RolloutLine, LinePlace[]>();
  const link = (line: RolloutLine | undefined, cause: LinePlace): void => {
    if (line !== undefined && cause.index >= 0) causes.set(line, [...(causes.get(line) ?? []), cause]);
  };
  for (const child of threads) {
    const parent = threads.find(({ id }) => id === child.parent);
    if (parent === undefined) continue;
    const starts = indexesOf(child, (line) => line.payload.type === "task_started");
    const ends = indexesOf(child, (line) => line.payload.type === "task_complete");
    // The first line waits for the spawn, each later turn for the call that asks the agent something more.
    link(child.lines[0], { thread: parent, index: spawnOf(parent, child) });
    const asked = indexesOf(parent, (line) => asks(line, child));
    for (const [turn, index] of asked.entries()) link(child.lines[starts[turn + 1] ?? -1], { thread: parent, index });
    for (const index of indexesOf(parent, (line) => tellsEnd(line, child))) {
      const turn = asked.filter((at) => at < index).length;
      link(parent.lines[index], { thread: child, index: ends[turn] ?? -1 });
    }
    const [closed] = indexesOf(parent, (line) => closes(line, child));
    for (const index of indexesOf(child, isAborted)) {
      link(child.lines[index], { thread: parent, index: closed ?? parent.lines.length - 1 });
    }
  }
  return causes;
}

/** Codex's word that a turn was cut off, and what it tells the model of it. */
function isAborted({ payload }: RolloutLine): boolean {
  return payload.type === "turn_aborted" || /"text":"<turn_aborted>|aborted by user/.test(JSON.stringify(payload));
}

function indexesOf(thread: ThreadFile, isOne: (line: RolloutLine) => boolean): number[] {
  return thread.lines.flatMap((line, index) => (line.ordinal >= thread.ownFrom && isOne(line) ? [index] : []));
}

/** The call that spawned the child: the first line that names the child belongs to it. */
function spawnOf(parent: ThreadFile, child: ThreadFile): number {
  const told = parent.lines.find((line) => JSON.stringify(line).includes(child.id));
  const call = textOf(objectOf(told?.payload.item).id) || textOf(told?.payload.call_id);
  return parent.lines.findIndex((line) => line.payload.type === "function_call" && line.payload.call_id === call);
}

function asks(line: RolloutLine, child: ThreadFile): boolean {
  return isCallOf(line, child, ["send_input", "followup_task"]);
}

function closes(line: RolloutLine, child: ThreadFile): boolean {
  return isCallOf(line, child, ["close_agent", "interrupt_agent"]);
}

function isCallOf({ payload }: RolloutLine, child: ThreadFile, names: readonly string[]): boolean {
  if (payload.type !== "function_call" || !names.includes(textOf(payload.name))) return false;
  const name = child.path.slice(child.path.lastIndexOf("/") + 1);
  const args = textOf(payload.arguments);
  return args.includes(child.id) || (name !== "" && new RegExp(`"target":"[^"]*\\b${name}"`).test(args));
}

/** Whether the parent is told how a turn of the child ended. */
function tellsEnd({ payload }: RolloutLine, child: ThreadFile): boolean {
  const item = objectOf(payload.item);
  // What is said beside a new task is the state before it.
  if (item.tool === "send_input" || item.tool === "resume_agent") return false;
  if (item.type === "SubAgentActivity") return item.kind === "completed" && item.agent_thread_id === child.id;
  if (payload.type === "agent_message") return payload.author === child.path;
  const text = JSON.stringify(payload);
  return new RegExp(`${child.id}\\\\*":\\{|agent_path\\\\*":\\\\*"${child.id}`).test(text);
}
