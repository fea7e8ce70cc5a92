import { finalStatuses } from "../agent-outcome.ts";
import { cutText, textLimits } from "../cut-text.ts";
import { fieldsOf, type JsonFields, listOf, parseFields, textOrNull } from "../json-fields.ts";
import type { SessionLine, ThreadLog } from "../thread-log.ts";

/** A part of a message and who Codex says put it there. Only that counts: any text can look like any other. */
interface Part {
  readonly text: string;
  /** `user.text`, `skills.selected_skill_instructions`, `unknown`, … */
  readonly kind: string;
  /** `user`, `harness`, `skills`, `tool`, …; `hook` for what a hook wrote. */
  readonly from: string;
}

function partsOf(payload: JsonFields): Part[] {
  const passed = fieldsOf(payload["internal_chat_message_metadata_passthrough"]);
  const kinds = listOf(passed["content_item_kinds"]);
  const origins = listOf(passed["content_item_metadata"]);
  return listOf(payload["content"]).map((content, at) => {
    const provenance = fieldsOf(fieldsOf(origins[at])["provenance"]);
    return {
      text: textOrNull(fieldsOf(content)["text"]) ?? "",
      kind: textOrNull(kinds[at]) ?? "",
      from: provenance["hook"] === true ? "hook" : (textOrNull(provenance["type"]) ?? ""),
    };
  });
}

/** A message in the person's place: theirs only where Codex says so and in the root; a subagent's task looks the same. */
export function userMessage(log: ThreadLog, line: SessionLine): void {
  const parts = partsOf(line.payload);
  const base = log.base(line);
  if (log.isRoot) {
    const typed = parts.filter((part, at) => isTyped(part) && !framesImage(parts, at));
    const text = typed.map((part) => part.text).join("\n");
    if (typed.length > 0) log.add({ kind: "person_message", ...base, text: cutText(text, textLimits.words) });
  }
  for (const { text, kind, from } of parts) {
    if (kind === "skills.selected_skill_instructions" && from === "skills" && log.isRoot) {
      const skill = /^<skill>\s*<name>([^<]*)<\/name>/.exec(text)?.[1];
      if (skill !== undefined) log.add({ kind: "skill_invoked", ...base, skill });
    } else if (from === "hook" && text.startsWith("<hook_prompt")) {
      const reason = text.replace(/^<hook_prompt[^>]*>/, "").replace(/<\/hook_prompt>\s*$/, "");
      log.add({ kind: "sent_on", ...base, reason: cutText(reason, textLimits.words) });
    } else if (kind === "multi_agent.subagent_notification") notified(log, line, text);
  }
}

/** A person answered what the model asked them through a tool; Codex vouches for it in a line of its own. */
export function questionAnswered(log: ThreadLog, line: SessionLine): void {
  if (!log.isRoot) return;
  const answers = listOf(line.payload["questions"]).map((question) => textOrNull(fieldsOf(question)["answer"]) ?? "");
  if (answers.length === 0) return;
  log.add({ kind: "person_message", ...log.base(line), text: cutText(answers.join("\n"), textLimits.words) });
}

function isTyped({ kind, from }: Part): boolean {
  return kind === "user.text" && from === "user";
}

/** Codex puts an image between two texts of its own, which it marks as the person's too. */
function framesImage(parts: readonly Part[], at: number): boolean {
  const text = parts[at]?.text ?? "";
  const isImage = (part: Part | undefined): boolean => part?.kind === "user.image";
  return (isImage(parts[at + 1]) && text.startsWith("<image")) || (isImage(parts[at - 1]) && text === "</image>");
}

/** The first generation tells the parent about a subagent's end in a message. */
function notified(log: ThreadLog, line: SessionLine, text: string): void {
  const told = parseFields(text.replace(/^<subagent_notification>/, "").replace(/<\/subagent_notification>\s*$/, ""));
  const thread = textOrNull(told?.["agent_path"]);
  if (thread === null) return;
  const report = { base: log.base(line), moment: log.momentOf(line.at) };
  for (const status of finalStatuses({ [thread]: told?.["status"] })) log.reports.push({ ...report, ...status });
}

/** What a hook put before a subagent; Baton's own says in its first tag what it hands over. */
export function developerMessage(log: ThreadLog, line: SessionLine): void {
  if (log.isRoot) return;
  for (const { text, from } of partsOf(line.payload)) {
    const names = from === "hook" ? /<baton_handoff names="([^"]*)"/.exec(text)?.[1] : undefined;
    if (names !== undefined) {
      log.add({ kind: "handed_over", ...log.base(line), names: names.split(/\s+/).filter(Boolean) });
    }
  }
}

const final = /^Message Type: FINAL_ANSWER\n(?:Task name: [^\n]*\n)?(?:Sender: [^\n]*\n)?Payload:\n([\s\S]*)$/;
const errored = "Agent errored: ";

/** The second generation gives the parent a subagent's answer as a message from its path. */
export function agentMessage(log: ThreadLog, line: SessionLine): void {
  const thread = textOrNull(line.payload["author"]);
  const texts = listOf(line.payload["content"]).map((part) => textOrNull(fieldsOf(part)["text"]) ?? "");
  const payload = final.exec(texts.join(""))?.[1];
  if (thread === null || payload === undefined) return;
  const failed = payload.startsWith(errored) ? cutText(payload.slice(errored.length), textLimits.reason) : null;
  const text = failed === null ? cutText(payload, textLimits.words) : "";
  log.reports.push({ base: log.base(line), moment: log.momentOf(line.at), thread, text, failed });
}
