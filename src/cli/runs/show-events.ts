import { shownLine } from "../../render/shown-line.ts";
import type { Style } from "../../render/style.ts";
import type { EventView } from "../../run/operations/output/views.ts";
import { since } from "./ago.ts";
import { observedWords, wordsOfObserved } from "./observed-words.ts";
import { statusWords } from "./show-run.ts";

/** A run's history for people, a line an event. */
export function showEvents(events: readonly EventView[], now: string, style: Style): string {
  const actorWidth = Math.max(0, ...events.map((event) => shownLine(event.actor, 24).length));
  return events
    .map((event) => {
      const when = `${since(event.at, now)} ago`.padStart(12);
      const said = words(event);
      const text = `${style.dim(`#${String(event.seq).padEnd(4)}`)} ${when}  ${shownLine(event.actor, 24).padEnd(actorWidth)}  ${happened(event)}`;
      return `${text}${said === undefined ? "" : ` ${style.dim(`"${shownLine(said, 70)}"`)}`}\n`;
    })
    .join("");
}

function happened({ kind, payload, step, attempt }: EventView): string {
  const text = (name: string): string => shownLine(String(payload[name] ?? ""), 60);
  const move = payload["to"] === undefined ? "noted" : `${statusWords(text("from"))} → ${statusWords(text("to"))}`;
  switch (kind) {
    case "run_opened":
      return `opened: ${text("goal")}`;
    case "run_changed":
      return `run: ${move}`;
    case "step_changed":
      return `${shownLine(step ?? "", 40)}: ${move}${attempt === null || attempt === 0 ? "" : ` (attempt ${attempt})`}`;
    case "approval_requested":
      return `${shownLine(step ?? "", 40)}: approval of attempt ${attempt} asked for`;
    case "approval_decided":
      return `${shownLine(step ?? "", 40)}: attempt ${attempt} ${text("decision")} by ${text("by")} (${text("how")})`;
    case "owner_changed":
      return `handed over: ${payload["from"] === null ? "nobody" : text("from")} → ${text("to")}${payload["forced"] === true ? " (forced)" : ""}`;
    case "observed":
      return shownLine(observedWords(payload["event"]), 60);
    default:
      return kind;
  }
}

function words({ kind, payload }: EventView): string | undefined {
  if (kind === "observed") return wordsOfObserved(payload["event"]);
  const said = ["words", "asked", "summary", "note", "reason", "next_action"].map((name) => payload[name]);
  return said.find((one): one is string => typeof one === "string");
}
