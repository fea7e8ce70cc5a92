import { type AgentCall, readAgentCall } from "../agent-call.ts";
import { agentEvent, baseOf } from "../agent-event.ts";
import { readAgentOutcome } from "../agent-outcome.ts";
import { cutText, textLimits } from "../cut-text.ts";
import { type Excerpt, readExcerpt } from "../excerpt.ts";
import { fieldsOf, type JsonFields, listOf, parseFields, textOrNull } from "../json-fields.ts";
import { outputText } from "../output-text.ts";
import { patchFiles } from "../patch-files.ts";
import { shellEvent } from "../shell-event.ts";
import type { PendingCall, SessionLine, ThreadLog } from "../thread-log.ts";

/** The model calls a tool. A subagent tool's call is an event at once, any other when something is known of it. */
export function toolCalled(log: ThreadLog, line: SessionLine): void {
  const { payload } = line;
  const id = textOrNull(payload["call_id"]);
  const name = textOrNull(payload["name"]);
  if (id === null || name === null) return;
  const pending = pendingCall(log, line, id, name);
  if (pending !== undefined) log.calls.set(id, pending);
}

function pendingCall(log: ThreadLog, line: SessionLine, id: string, name: string): PendingCall | undefined {
  const { payload } = line;
  const space = textOrNull(payload["namespace"]) ?? "";
  if (payload["type"] === "custom_tool_call") return undefined;
  const args = parseFields(textOrNull(payload["arguments"]) ?? "") ?? {};
  const call = readAgentCall(`${space}${name}`, args);
  if (call !== undefined) {
    if (space !== "") log.generation ??= space === "collaboration" ? 2 : 1;
    return { does: "agent", call, event: log.add(agentEvent(log.base(line), id, call)) };
  }
  if (space.startsWith("mcp__")) return { does: "mcp", server: space.slice("mcp__".length), tool: name };
  return undefined;
}

function payloadOf(line: Excerpt): JsonFields {
  return fieldsOf(parseFields(readExcerpt(line).toString("utf8"))?.["payload"]);
}

/** The command of a shell tool's arguments, whatever that tool is called. */
function commandIn(args: JsonFields): string {
  const words = listOf(args["command"]).filter((word) => typeof word === "string");
  return textOrNull(args["cmd"]) ?? textOrNull(args["command"]) ?? words.join(" ");
}

/** A tool answers. What it did is told by an item of its own; here remains what a hook, a person or the tool refused. */
export function toolAnswered(log: ThreadLog, line: SessionLine): void {
  const id = textOrNull(line.payload["call_id"]) ?? "";
  const pending = log.calls.get(id);
  log.calls.delete(id);
  const output = outputText(line.payload["output"]);
  switch (pending?.does) {
    case "agent":
      agentToolAnswered(log, line, { id, output, ...pending });
      break;
    case "shell":
      shellAnswered(log, line, { id, output, ...pending });
      break;
    case "patch":
      patchAnswered(log, line, pending.line, output);
      break;
    case "mcp": {
      const { server, tool } = pending;
      if (!output.startsWith(blockedTool)) log.add({ kind: "tool_called", ...log.base(line), server, tool });
      break;
    }
    case undefined:
      if (line.payload["type"] === "custom_tool_call_output") scriptAnswered(log, line);
  }
}

function patchAnswered(log: ThreadLog, line: SessionLine, called: Excerpt, output: string): void {
  const patch = textOrNull(payloadOf(called)["input"]) ?? "";
  const refused = /^Exit code: 0\b/.test(output) ? null : cutText(output, textLimits.reason);
  log.add({ kind: "files_changed", ...log.base(line), files: patchFiles(patch, log.meta.cwd), refused });
}

const blockedTool = "Tool call blocked by PreToolUse hook: ";

interface AgentToolAnswer {
  readonly id: string;
  readonly output: string;
  readonly call: AgentCall;
  readonly event: number;
}

function agentToolAnswered(log: ThreadLog, line: SessionLine, { id, output, call, event }: AgentToolAnswer): void {
  const outcome = readAgentOutcome(call, output);
  log.change(event, (before) => {
    const known = before.kind === "spawn" ? before.child : null;
    const after = agentEvent(baseOf(before), id, call, outcome);
    return after.kind === "spawn" ? { ...after, child: known ?? after.child } : after;
  });
  const moment = log.momentOf(line.at);
  // The turn it cut off ends before the one it begins.
  if (call.does === "address" && call.interrupts) log.moments[event] = moment;
  const report = { base: log.base(line), moment };
  for (const status of outcome.finals) log.reports.push({ ...report, ...status });
}

interface ShellAnswer {
  readonly id: string;
  readonly output: string;
  /** The line of the call. */
  readonly line: Excerpt;
}

/** Codex's own words before what a command printed; what begins otherwise says why it did not run. */
const ran = /^(?:Chunk ID: |Wall time: |Exit code: |Process )/;

function shellAnswered(log: ThreadLog, line: SessionLine, { id, output, line: called }: ShellAnswer): void {
  const base = log.base(line);
  const args = parseFields(textOrNull(payloadOf(called)["arguments"]) ?? "") ?? {};
  const command = commandIn(args);
  const cwd = textOrNull(args["workdir"]);
  if (!ran.test(output)) {
    log.add(shellEvent(base, { command, cwd, exitCode: null, output: "", refused: output }, log.meta.cwd));
    return;
  }
  const [before = "", printed = ""] = output.split(/\nOutput:\n([\s\S]*)$/);
  const exit = /^(?:Process exited with code|Exit code:) (-?\d+)$/m.exec(before)?.[1];
  const exitCode = exit === undefined ? null : Number(exit);
  const event = log.add(shellEvent(base, { command, cwd, exitCode, output: printed, refused: null }, log.meta.cwd));
  if (/^Process running with session ID/m.test(before)) log.calls.set(id, { does: "running", event });
}

const scriptBlocked = /^Script error:\n(Command blocked by PreToolUse hook: [\s\S]*?\. Command: ([\s\S]*))$/;

/** A script of code mode was ended by the refusal of a command or a patch in it, which leaves no item. */
function scriptAnswered(log: ThreadLog, line: SessionLine): void {
  const parts = listOf(line.payload["output"]).map((part) => textOrNull(fieldsOf(part)["text"]) ?? "");
  // Between Codex's words stands what the script printed, which may look like them.
  const [, refused, command] =
    (parts[0]?.startsWith("Script failed\n") && scriptBlocked.exec(parts.at(-1) ?? "")) || [];
  if (refused === undefined || command === undefined) return;
  const shell = { command, cwd: null, exitCode: null, output: "", refused };
  log.add(shellEvent(log.base(line), shell, log.meta.cwd));
}
