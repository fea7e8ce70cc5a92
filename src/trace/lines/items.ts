import { fileURLToPath } from "node:url";
import { baseOf, type EventBase } from "../agent-event.ts";
import { cutText, textLimits } from "../cut-text.ts";
import { fieldsOf, type JsonFields, listOf, textOrNull } from "../json-fields.ts";
import { marksOf } from "../marks-of.ts";
import { relativePath } from "../relative-path.ts";
import { shellEvent } from "../shell-event.ts";
import type { SessionLine, ThreadLog } from "../thread-log.ts";
import type { FilesChanged } from "../trace-event.ts";
import { withOutput } from "./with-output.ts";

/** The items that tell what a tool did; all others only repeat what other lines say. */
export const toldItems: ReadonlySet<string> = new Set([
  "CommandExecution",
  "FileChange",
  "McpToolCall",
  "SubAgentActivity",
  "HookPrompt",
]);

/** Something Codex did is completed, whether the model called for it itself or through a script of code mode. */
export function itemCompleted(log: ThreadLog, line: SessionLine): void {
  const item = fieldsOf(line.payload["item"]);
  const id = textOrNull(item["id"]) ?? "";
  switch (item["type"]) {
    case "CommandExecution":
      commandRan(log, line, item, id);
      break;
    case "FileChange":
      log.calls.delete(id);
      filesChanged(log, line, item);
      break;
    case "McpToolCall":
      log.calls.delete(id);
      toolRan(log, line, item);
      break;
    case "SubAgentActivity":
      subagentActive(log, item, id);
      break;
    case "HookPrompt":
      hookPrompted(log, item);
  }
}

function commandRan(log: ThreadLog, line: SessionLine, item: JsonFields, id: string): void {
  const pending = log.calls.get(id);
  log.calls.delete(id);
  // What a person runs themselves (`!command`) is nobody's doing but theirs.
  if (item["source"] === "user_shell") return;
  const words = listOf(item["command"]).filter((word) => typeof word === "string");
  const script = words.length === 3 && /^-(?:l?c|Command)$/i.test(words[1] ?? "") ? words[2] : undefined;
  const exit = item["exit_code"];
  const shell = {
    command: script ?? words.join(" "),
    cwd: pathOf(item["cwd"]),
    exitCode: typeof exit === "number" ? exit : null,
    output: textOrNull(item["aggregated_output"]) ?? "",
    refused: item["status"] === "declined" ? "the person declined it" : null,
  };
  const ran = (base: EventBase) => withOutput(shellEvent(base, shell, log.meta.cwd), line.printed ?? null);
  if (pending?.does === "running") log.change(pending.event, (event) => ran(baseOf(event)));
  else log.add(ran(log.base(line)));
}

/** A URL that is a path as it stands: most are, and there are many. */
const plainPath = /^file:\/\/\/(?![A-Za-z]:)[^%?#\\]*$/;

function pathOf(cwd: unknown): string | null {
  const text = textOrNull(cwd);
  if (text === null || !text.startsWith("file:")) return text;
  if (plainPath.test(text)) return text.slice("file://".length);
  try {
    return fileURLToPath(text);
  } catch {
    return text;
  }
}

const changes = { add: "added", update: "updated", delete: "deleted" } as const;

function filesChanged(log: ThreadLog, line: SessionLine, item: JsonFields): void {
  const files: FilesChanged["files"][number][] = [];
  for (const [path, value] of Object.entries(fieldsOf(item["changes"]))) {
    const { type, move_path: moved, unified_diff: diff } = fieldsOf(value);
    const change = typeof moved === "string" ? "deleted" : (changes[type as keyof typeof changes] ?? "updated");
    const marks = change === "updated" ? marksOf(textOrNull(diff) ?? "") : undefined;
    files.push({ path: relativePath(path, log.meta.cwd), change, ...(marks && { marks }) });
    if (typeof moved === "string") files.push({ path: relativePath(moved, log.meta.cwd), change: "added" });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const failed = item["status"] === "failed" ? (textOrNull(item["stderr"]) ?? "it failed") : null;
  const refused = item["status"] === "declined" ? "the person declined it" : failed;
  log.add({
    kind: "files_changed",
    ...log.base(line),
    files,
    refused: refused === null ? null : cutText(refused, textLimits.reason),
  });
}

function toolRan(log: ThreadLog, line: SessionLine, item: JsonFields): void {
  const server = textOrNull(item["server"]) ?? "";
  log.add({ kind: "tool_called", ...log.base(line), server, tool: textOrNull(item["tool"]) ?? "" });
}

/** The second generation names the thread behind a path only here. */
function subagentActive(log: ThreadLog, item: JsonFields, id: string): void {
  const thread = textOrNull(item["agent_thread_id"]);
  const path = textOrNull(item["agent_path"]);
  if (thread === null || path === null) return;
  log.paths.set(path, thread);
  const pending = item["kind"] === "started" ? log.calls.get(id) : undefined;
  if (pending?.does !== "agent") return;
  log.change(pending.event, (event) => (event.kind === "spawn" ? { ...event, child: thread } : event));
}

/** The message before it said the same with Codex's tags around it. */
function hookPrompted(log: ThreadLog, item: JsonFields): void {
  const texts = listOf(item["fragments"]).map((part) => textOrNull(fieldsOf(part)["text"]) ?? "");
  const reason = cutText(texts.join("\n\n"), textLimits.words);
  const last = log.events.length - 1;
  log.change(last, (event) => (event.kind === "sent_on" ? { ...event, reason } : event));
}
