import { eventOf } from "../../audit/audit-report.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import { eventTexts } from "../session/event-texts.ts";
import { eventWords } from "../session/event-words.ts";
import { placeWords } from "../session/story.ts";
import { type EvidenceRow, evidenceRows } from "./evidence-rows.ts";
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

/** The evidence: what happened, each event with its file, its line and its text. Runs of events that nothing leads to are folded. */
export function eventsSection(model: PageModel): Html {
  const told = new Map(model.report.story.map(({ event, words }) => [event, words]));
  const texts = new TextBudget();
  const rows = evidenceRows(model.report);
  return html`<section id="events" aria-labelledby="events-title">
<h2 id="events-title">What happened</h2>
<ol class="events">
${rows.map((row) => (row.kind === "event" ? eventItem(model, row.event, told, texts) : fold(model, row, told, texts)))}</ol>
</section>
`;
}

function fold(
  model: PageModel,
  { events, left }: Extract<EvidenceRow, { kind: "fold" }>,
  told: ReadonlyMap<number, string>,
  texts: TextBudget,
): Html {
  const kinds = new Map<TraceEvent["kind"], number>();
  for (const event of events) {
    const kind = eventOf(model.report, event).kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const counted = [...kinds].map(([kind, count]) => `${count} ${kindWords[kind][count === 1 ? 0 : 1]}`).join(", ");
  const rest =
    left === 0
      ? ""
      : `${counted === "" ? "" : ", and "}${left.toLocaleString("en-US")} events that are not on this page`;
  if (events.length === 0)
    return html`<li class="fold"><p>${rest}</p></li>
`;
  return html`<li class="fold"><details><summary>${counted}${rest}</summary><ol class="events">
${events.map((event) => eventItem(model, event, told, texts))}</ol></details></li>
`;
}

/** How events that nothing leads to are counted: one, and several. */
const kindWords: Readonly<Record<TraceEvent["kind"], readonly [one: string, several: string]>> = {
  session_started: ["start", "starts"],
  person_message: ["message", "messages"],
  skill_invoked: ["invocation", "invocations"],
  spawn: ["spawn", "spawns"],
  agent_addressed: ["message to an agent", "messages to agents"],
  wait: ["wait", "waits"],
  close: ["closed agent", "closed agents"],
  answer: ["answer", "answers"],
  sent_on: ["sending on", "sendings on"],
  handed_over: ["hand-over", "hand-overs"],
  command: ["command", "commands"],
  files_changed: ["change of files", "changes of files"],
  tool_called: ["tool call", "tool calls"],
  turn_started: ["begin of a turn", "begins of turns"],
  turn_ended: ["end of a turn", "ends of turns"],
  compacted: ["compaction", "compactions"],
  hooks_switched: ["switch of hooks", "switches of hooks"],
};

function eventItem(model: PageModel, index: number, told: ReadonlyMap<number, string>, texts: TextBudget): Html {
  const event = eventOf(model.report, index);
  const who = model.whoOf(event);
  const story = told.get(index);
  const words = story === undefined ? eventWords(event, model.nameOf) : withoutWho(story, [who, event.agent ?? who]);
  const line = html`<span class="when">${model.since(event.at)}</span> <span class="who text">${who}</span> <span class="words text">${words}</span> <code class="where">${shortPlace(placeWords(event.where))}</code>`;
  const found = model
    .breachesAt(index)
    .map(
      ({ diagnostic }) =>
        html`<span class="found ${diagnostic.severity}"><span class="tag ${diagnostic.severity}">${diagnostic.severity}</span> <span class="text">${diagnostic.message}</span></span>`,
    );
  const said = eventTexts(event).map((text) => html`<pre class="text">${texts.cut(text)}</pre>`);
  const place = html`<p class="full"><code>${placeWords(event.where)}</code> <time datetime="${event.at}">${event.at}</time></p>`;
  return html`<li id="e${index}" class="event ${story === undefined ? "quiet-event" : "told"}" tabindex="-1"><details><summary>${line}${found}</summary>${place}${said}</details></li>
`;
}

/** A line of the story without the name that stands in front of it already. */
function withoutWho(words: string, names: readonly string[]): string {
  const name = names.find((one) => words.startsWith(`${one} `));
  return name === undefined ? words : words.slice(name.length + 1);
}

const shortLength = 18;

/** The end of a place: what tells one session file from another stands there. */
function shortPlace(place: string): string {
  return place.length <= shortLength ? place : `…${place.slice(-shortLength)}`;
}

/** Cuts texts so that the page stays one that a browser opens at once, whatever a session holds. */
class TextBudget {
  #left = 3_000_000;

  cut(text: string): string {
    const most = this.#left > 0 ? 4_000 : 200;
    this.#left -= Math.min(text.length, most);
    if (text.length <= most) return text;
    const rest = (text.length - most).toLocaleString("en-US");
    return `${text.slice(0, most)}\n… ${rest} characters more, at the place above`;
  }
}
