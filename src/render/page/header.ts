import { lengthWords } from "../session/elapsed.ts";
import { sumOf } from "../session/team.ts";
import { verdictOf } from "../session/verdict.ts";
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

const signs = { clean: "✓", warned: "!", broken: "✗", free: "–" } as const;

/** What it is about, the verdict, and the figures a team asks for first. */
export function pageHeader(model: PageModel): Html {
  const { report, known, period, team } = model;
  const { timeline, recipe, stops, breaches, next } = report;
  const { tone, words } = verdictOf(report, known);
  const answered = stops.filter((stop) => stop.answered !== null).length;
  const agents = team.reduce((sum, { members }) => sum + members.length, 0) - 1;
  const total = sumOf(team.map(({ tokens }) => tokens)).total;
  const figures: readonly (readonly [string, string])[] = [
    ["findings", String(breaches.length)],
    ["stop points answered", `${answered} of ${stops.length}`],
    ["subagents", String(Math.max(0, agents))],
    ["lasted", lengthWords(period.to - period.from)],
    ["tokens", total.toLocaleString("en-US")],
  ];
  const facts: readonly (readonly [name: string, value: string | null | undefined, where?: "whole"])[] = [
    ["Began", `${new Date(period.from).toISOString().slice(0, 19).replace("T", " ")} UTC`],
    ["Codex", [timeline.codex, timeline.model].filter((one) => one !== null).join(", ")],
    ["Waits for", next.join(", or "), "whole"],
    ["Directory", timeline.cwd, "whole"],
    ["Session", timeline.session, "whole"],
    ["File", timeline.threads[0]?.file, "whole"],
    ["Forked from", timeline.forkedFrom, "whole"],
  ];
  return html`<header class="top">
<p class="eyebrow">Baton audit</p>
<h1>${recipe === null ? "A session without a recipe" : `$${recipe}`}</h1>
<p class="verdict ${tone}"><span class="sign" aria-hidden="true">${signs[tone]}</span> <span class="text">${words}</span></p>
<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<dl class="facts">${facts.map(([name, value, where]) =>
    value ? html`<div class="${where}"><dt>${name}</dt><dd class="text">${value}</dd></div>` : undefined,
  )}</dl>
</header>
`;
}
