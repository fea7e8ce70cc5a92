import { type AuditReport, type Breach, eventOf } from "../../audit/audit-report.ts";
import { catalogue } from "../../core/codes.ts";
import type { TracePlace } from "../../trace/trace-event.ts";
import { shownLine } from "../shown-line.ts";
import type { Style } from "../style.ts";
import { elapsed } from "./elapsed.ts";
import { eventWords } from "./event-words.ts";
import { periodOf } from "./period.ts";

/** What happened in a session, line by line with the time since its start, and each breach at its place. */
export function renderStory(report: AuditReport, style: Style): string {
  const { from } = periodOf(report.timeline);
  const told = new Map(report.story.map(({ event, words }) => [event, words]));
  const events = [...new Set([...told.keys(), ...report.breaches.map(({ event }) => event)])].sort((a, b) => a - b);
  const times = events.map((event) => elapsed(Date.parse(eventOf(report, event).at) - from));
  const width = Math.max(0, ...times.map((time) => time.length));
  const indent = " ".repeat(width + 4);
  const lines = events.flatMap((event, index) => {
    const words = told.get(event) ?? ownWords(report, event);
    const time = style.dim((times[index] ?? "").padStart(width));
    const found = report.breaches.filter((breach) => breach.event === event);
    return [
      `  ${time}  ${oneLine(words)}`,
      ...found.flatMap((breach) => breachLines(report, breach, style).map((text) => indent + text)),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

/** What the flow does not ask about, and only a finding leads to. */
function ownWords(report: AuditReport, index: number): string {
  const event = eventOf(report, index);
  const agentOf = (thread: string): string =>
    report.timeline.threads.find(({ id }) => id === thread)?.agent ?? "an agent";
  return `${event.agent ?? "orchestrator"} ${eventWords(event, agentOf)}`;
}

function breachLines(report: AuditReport, { event, diagnostic, stopped }: Breach, style: Style): string[] {
  const { code, severity, message, hint, related = [] } = diagnostic;
  const paint = { error: style.red, warning: style.yellow, info: style.blue }[severity];
  const label = (word: string): string => style.dim(`${word}:`);
  const { why, fix } = catalogue[code];
  return [
    `${paint(`${severity}: `)}${style.bold(oneLine(message))} ${style.dim(`[${code}]`)}`,
    `  ${label("at")} ${placeWords(eventOf(report, event).where)}`,
    ...(stopped ? [`  ${label("stopped")} it was refused: it was tried, and did not happen`] : []),
    ...related.map(({ where, note }) => {
      const line = where.span?.line ?? 0;
      return `  ${label("note")} ${oneLine(note)} (${placeWords({ file: where.file, line })})`;
    }),
    `  ${label("why")} ${why}`,
    `  ${label("hint")} ${oneLine(hint ?? fix)}`,
  ];
}

/** `file:line`; a moment that only a hook reported has no line. */
export function placeWords({ file, line }: TracePlace): string {
  return line === 0 ? `${oneLine(file)} (reported by a hook)` : `${oneLine(file)}:${line}`;
}

const longest = 2_000;

/** A session's text on one line, cut where it is longer than any reader: a line break in it could forge a line of the story. */
export function oneLine(text: string): string {
  return shownLine(text, longest);
}
