import type { AuditReport } from "../../audit/audit-report.ts";
import { plural } from "../report.ts";
import { placeWords } from "../session/story.ts";
import { agentsSection } from "./agents-section.ts";
import { eventsSection } from "./events-section.ts";
import { findingsSection } from "./findings-section.ts";
import { pageHeader } from "./header.ts";
import { type Html, html } from "./html.ts";
import { pageModel } from "./page-model.ts";
import { pageStyle } from "./page-style.ts";
import { stopsSection } from "./stops-section.ts";
import { timeSection } from "./time-section.ts";

/** No script, no picture, no font, no form, no address: all the page may use is its own style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * An audit as one page of HTML that holds everything it needs. A session's texts are only ever text in it.
 * @param known how many findings a baseline took out of the report
 */
export function renderPage(report: AuditReport, known = 0): string {
  const model = pageModel(report, known);
  const title = `Baton audit: ${report.recipe ?? "no recipe"}, session ${report.timeline.session}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#events">Skip to what happened</a>
${pageHeader(model)}<nav aria-label="On this page">
<a href="#findings">Findings <b>${report.breaches.length}</b></a>
<a href="#stops">Stop points <b>${report.stops.length}</b></a>
<a href="#time">Over time</a>
<a href="#agents">Agents <b>${report.timeline.threads.length}</b></a>
<a href="#events">What happened <b>${report.timeline.events.length}</b></a>
</nav>
<main>
${findingsSection(model)}${stopsSection(model)}${timeSection(model)}${agentsSection(model)}${eventsSection(model)}${notesSection(report)}</main>
</body>
</html>
`;
  return page.toString();
}

const mostNotes = 100;

/** What is remarkable about the session's files themselves. */
function notesSection({ timeline }: AuditReport): Html | undefined {
  const { notes } = timeline;
  if (notes.length === 0) return undefined;
  const more = notes.length > mostNotes ? html`<li>${plural(notes.length - mostNotes, "more note")}</li>` : undefined;
  return html`<section id="files" aria-labelledby="files-title">
<h2 id="files-title">About the files</h2>
<ul class="notes">${notes.slice(0, mostNotes).map(({ where, note }) => html`<li><span class="text">${note}</span> <code>${placeWords(where)}</code></li>`)}${more}</ul>
</section>
`;
}
