import { type Breach, eventOf } from "../../audit/audit-report.ts";
import { catalogue } from "../../core/codes.ts";
import { placeWords } from "../session/story.ts";
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

/** Every breach with what was expected and why, leading to the event it is about. */
export function findingsSection(model: PageModel): Html {
  const { breaches } = model.report;
  const list =
    breaches.length === 0
      ? html`<p class="none">Nothing was found.</p>`
      : html`<ol class="findings">${breaches.map((breach) => finding(model, breach))}</ol>`;
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
${list}
</section>
`;
}

function finding(model: PageModel, { event, diagnostic, stopped }: Breach): Html {
  const { code, severity, message, hint, related = [] } = diagnostic;
  const { why, fix } = catalogue[code];
  const happened = eventOf(model.report, event);
  return html`<li class="finding ${severity}">
<p class="kind"><span class="tag ${severity}">${severity}</span><code>${code}</code></p>
<p class="what"><strong class="text">${message}</strong></p>
<p class="place"><a href="#e${event}">${model.since(happened.at)}, ${model.whoOf(happened)}</a> <code>${placeWords(happened.where)}</code></p>
${stopped ? html`<p class="stopped">It was refused: it was tried, and did not happen.</p>` : undefined}
${related.map(({ where, note }) => html`<p class="text">${note} <code>${placeWords({ file: where.file, line: where.span?.line ?? 0 })}</code></p>`)}
<dl class="reasons"><div><dt>Why</dt><dd>${why}</dd></div><div><dt>What to do</dt><dd class="text">${hint ?? fix}</dd></div></dl>
</li>
`;
}
