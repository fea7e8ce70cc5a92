import type { Breach, StopReached } from "../../audit/audit-report.ts";
import { elapsed, lengthWords } from "../session/elapsed.ts";
import type { Role } from "../session/team.ts";
import { eventAt } from "./event-at.ts";
import { type Html, html } from "./html.ts";
import { lanesOf } from "./lanes.ts";
import type { PageModel } from "./page-model.ts";

/** Agents as bars over time, with what was found and the stop points at their moments; each leads to its event. */
export function timeSection(model: PageModel): Html {
  const { scale, team } = model;
  return html`<section id="time" aria-labelledby="time-title">
<h2 id="time-title">Over time</h2>
<div class="chart">
<div class="scale" aria-hidden="true">${scale.ticks.map(({ sinceMs, at }) => html`<span class="tick" style="left:${percent(at)}">${at > lastLabel ? undefined : html`<b>${elapsed(sinceMs)}</b>`}</span>`)}${scale.gaps.map(
    ({ from, to }) =>
      html`<span class="gap" style="left:${percent(scale.at(from))};width:${percent(scale.at(to) - scale.at(from))}" title="${lengthWords(to - from)} without work"></span>`,
  )}</div>
<ul class="rows">
${stopRow(model)}${team.map((role) => agentRow(model, role))}</ul>
</div>
<p class="quiet legend"><span><i class="key"></i>at work</span><span><i class="key waiting"></i>waiting for a person</span><span><i class="key error"></i>error</span><span><i class="key warning"></i>warning</span>${
    scale.gaps.length === 0
      ? undefined
      : html`<span><i class="key idle"></i>a long time without work, drawn short</span>`
  }</p>
</section>
`;
}

const laneHeight = 20;
/** A label stands right of its line: further on it would stand outside of a phone's screen. */
const lastLabel = 86;

function agentRow(model: PageModel, { name, members }: Role): Html {
  const { scale, report, since } = model;
  const isRoot = members[0]?.thread.parent === null;
  const ids = new Set(members.map(({ thread }) => thread.id));
  const { placed, lanes } = lanesOf(
    members.flatMap(({ label, spans, event }) => spans.map((span) => ({ ...span, label, event: span.event ?? event }))),
  );
  const bars = placed.map(({ from, to, label, event, lane }) => {
    const left = scale.at(from);
    const words = `${label}: at work from ${since(from)} to ${since(to)}, ${lengthWords(to - from)}`;
    const style = `left:${percent(left)};width:${percent(scale.at(to) - left)};top:${lane * laneHeight}px`;
    if (event === undefined)
      return html`<span class="bar" role="img" style="${style}" aria-label="${words}" title="${words}"></span>`;
    return html`<a class="bar" href="#e${event}" style="${style}" aria-label="${words}" title="${words}"></a>`;
  });
  const marks = report.breaches.filter(({ event }) => ids.has(report.timeline.events[event]?.thread ?? ""));
  return html`<li class="row ${isRoot ? "root" : "agent"}"><span class="name text">${name}</span><div class="track" style="height:${lanes * laneHeight}px">${bars}${marks.map((breach) => mark(model, breach))}</div></li>
`;
}

function mark({ report, scale, since }: PageModel, { event, diagnostic }: Breach): Html {
  const at = report.timeline.events[event]?.at ?? "";
  const words = `${diagnostic.severity} at ${since(at)}: ${diagnostic.message}`;
  return html`<a class="mark ${diagnostic.severity}" href="#e${event}" style="left:${percent(scale.at(Date.parse(at)))}" aria-label="${words}" title="${words}"></a>`;
}

function stopRow(model: PageModel): Html | undefined {
  const { stops } = model.report;
  if (stops.length === 0) return undefined;
  return html`<li class="row"><span class="name">stop points</span><div class="track" style="height:${laneHeight}px">${stops.map((stop) => wait(model, stop))}</div></li>
`;
}

function wait({ report, scale, since, period }: PageModel, { stop, reachedAt, where, answered }: StopReached): Html {
  const from = Date.parse(reachedAt);
  const to = answered === null ? period.to : Date.parse(answered.at);
  const left = scale.at(from);
  const words = `${stop}: reached ${since(reachedAt)}, ${answered === null ? "not answered" : `answered ${since(answered.at)}`}`;
  const style = `left:${percent(left)};width:${percent(scale.at(to) - left)}`;
  const event = eventAt(report.timeline, where, reachedAt);
  if (event === undefined)
    return html`<span class="wait" role="img" style="${style}" aria-label="${words}" title="${words}"></span>`;
  return html`<a class="wait" href="#e${event}" style="${style}" aria-label="${words}" title="${words}"></a>`;
}

function percent(value: number): string {
  return `${Math.max(0, Number.isFinite(value) ? value : 0).toFixed(3)}%`;
}
