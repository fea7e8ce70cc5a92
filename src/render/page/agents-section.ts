import { minutes } from "../session/elapsed.ts";
import { type Member, type Role, sumOf } from "../session/team.ts";
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

/** Time and tokens of each agent, each leading to where it began. */
export function agentsSection({ team }: PageModel): Html {
  const total = sumOf(team.map(({ tokens }) => tokens));
  const most = Math.max(1, ...team.map(({ tokens }) => tokens.total));
  return html`<section id="agents" aria-labelledby="agents-title">
<h2 id="agents-title">Agents</h2>
<table class="agents">
<caption class="quiet">Minutes at work and tokens as Codex counts them. Cached input is a part of the input.</caption>
<thead><tr><th scope="col">Agent</th><th scope="col" class="number">Minutes</th><th scope="col" class="number">Tokens</th><th scope="col" class="number wide">Input</th><th scope="col" class="number wide">Cached</th><th scope="col" class="number wide">Output</th></tr></thead>
<tbody>${team.map((role) => row(role, most))}</tbody>
<tfoot><tr><th scope="row">All</th><td class="number">${minutes(team.reduce((sum, { workMs }) => sum + workMs, 0))}</td><td class="number">${number(total.total)}</td><td class="number wide">${number(total.input)}</td><td class="number wide">${number(total.cachedInput)}</td><td class="number wide">${number(total.output)}</td></tr></tfoot>
</table>
</section>
`;
}

function row({ name, members, workMs, tokens }: Role, most: number): Html {
  const [only] = members;
  const share = (tokens.total / most).toFixed(3);
  const names =
    members.length === 1 && only !== undefined
      ? link(only, name)
      : html`<span class="text">${name}</span> <span class="each">${members.map((member, index) => html`${link(member, String(index + 1))} `)}</span>`;
  return html`<tr><th scope="row">${names}</th><td class="number">${minutes(workMs)}</td><td class="number share" style="--part:${share}">${number(tokens.total)}<span class="more">${number(tokens.cachedInput)} cached, ${number(tokens.output)} out</span></td><td class="number wide">${number(tokens.input)}</td><td class="number wide">${number(tokens.cachedInput)}</td><td class="number wide">${number(tokens.output)}</td></tr>
`;
}

function link({ event, label, workMs, thread }: Member, words: string): Html {
  if (event === undefined) return html`<span class="text">${words}</span>`;
  const figures = `${label}: ${minutes(workMs)} minutes, ${number(thread.tokens.total)} tokens`;
  return html`<a class="text" href="#e${event}" aria-label="${figures}" title="${figures}">${words}</a>`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
