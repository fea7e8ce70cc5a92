import type { StopReached } from "../../audit/audit-report.ts";
import type { TracePlace } from "../../trace/trace-event.ts";
import { lengthWords } from "../session/elapsed.ts";
import { eventAt } from "./event-at.ts";
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

/** The stop points that were reached, who answered them, and with which words. */
export function stopsSection(model: PageModel): Html {
  const { stops } = model.report;
  const list =
    stops.length === 0
      ? html`<p class="none">No stop point was reached.</p>`
      : html`<ol class="stops">${stops.map((stop) => stopItem(model, stop))}</ol>`;
  return html`<section id="stops" aria-labelledby="stops-title">
<h2 id="stops-title">Stop points</h2>
${list}
</section>
`;
}

function stopItem(model: PageModel, { stop, reachedAt, where, answered }: StopReached): Html {
  const reached = html`reached ${moment(model, where, reachedAt)}`;
  if (answered === null)
    return html`<li class="stop open"><p><strong class="text">${stop}</strong> ${reached}</p><p class="waits">Nobody has answered.</p></li>
`;
  const waited = lengthWords(Date.parse(answered.at) - Date.parse(reachedAt));
  return html`<li class="stop"><p><strong class="text">${stop}</strong> ${reached}</p>
<p>a person answered ${moment(model, answered.where, answered.at)}, after ${waited}</p>
<blockquote class="text">${answered.words.length > 600 ? `${answered.words.slice(0, 599)}…` : answered.words}</blockquote></li>
`;
}

function moment(model: PageModel, place: TracePlace, at: string): Html {
  const event = eventAt(model.report.timeline, place, at);
  const time = model.since(at);
  return event === undefined ? html`at ${time}` : html`at <a href="#e${event}">${time}</a>`;
}
