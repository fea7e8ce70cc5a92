import type { AuditReport } from "../../audit/audit-report.ts";
import { plural } from "../report.ts";
import { type Style, visible } from "../style.ts";
import { elapsed, lengthWords, minutes } from "./elapsed.ts";
import { periodOf } from "./period.ts";
import { oneLine, placeWords, renderStory } from "./story.ts";
import { teamOf } from "./team.ts";
import { textTable } from "./text-table.ts";
import { verdictOf } from "./verdict.ts";

/**
 * An audit of one session for people: what happened with each breach at its place, the stop points and who answered
 * them, time and tokens of each agent, and the verdict.
 * @param known how many findings a baseline took out of the report
 */
export function renderSession(report: AuditReport, style: Style, known = 0): string {
  if (report.recipe === null) return freeLine(report, style);
  const parts = [
    headline(report, style),
    renderStory(report, style),
    stopLines(report, style),
    agentTable(report, style),
    noteLines(report, style),
    nextLine(report, style) + verdictLine(report, style, known),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function freeLine(report: AuditReport, style: Style): string {
  const { session, threads } = report.timeline;
  const [root] = threads;
  const file = root === undefined ? "" : ` (${oneLine(root.file)})`;
  return `${style.bold(`session ${oneLine(session)}`)}${file}: ${verdictOf(report).words}\n`;
}

function verdictLine(report: AuditReport, style: Style, known: number): string {
  const { tone, words } = verdictOf(report, known);
  const mark = {
    clean: style.green("clean:"),
    warned: style.yellow("warned:"),
    broken: style.red("broken:"),
    free: "free:",
  };
  return `${mark[tone]} ${oneLine(words)}\n`;
}

/** Where the flow stands; a clean verdict says that itself. */
function nextLine({ breaches, next }: AuditReport, style: Style): string {
  if (breaches.length === 0 || next.length === 0) return "";
  return `${style.bold("the flow waits for")} ${oneLine(next.join(", or "))}\n`;
}

function headline({ timeline, recipe }: AuditReport, style: Style): string {
  const { from, to } = periodOf(timeline);
  const codex = [timeline.codex === null ? "" : `Codex ${timeline.codex}`, timeline.model ?? ""].filter(Boolean);
  const began = `${new Date(from).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const facts = [`$${recipe}`, codex.join(", "), began, lengthWords(to - from)].filter(Boolean);
  const file = timeline.threads[0]?.file;
  return `${style.bold(`session ${oneLine(timeline.session)}`)}  ${facts.map(oneLine).join(" · ")}\n${
    file === undefined ? "" : `${style.dim(oneLine(file))}\n`
  }`;
}

function stopLines({ timeline, stops }: AuditReport, style: Style): string {
  if (stops.length === 0) return "";
  const { from } = periodOf(timeline);
  const since = (at: string): string => elapsed(Date.parse(at) - from);
  const width = Math.max(...stops.map(({ stop }) => oneLine(stop).length));
  const lines = stops.map(({ stop, reachedAt, answered }) => {
    const reached = `  ${oneLine(stop).padEnd(width)}  reached ${since(reachedAt)}`;
    if (answered === null) return `${reached}, ${style.yellow("nobody has answered")}`;
    const words = oneLine(answered.words);
    const cut = words.length > 160 ? `${words.slice(0, 159)}…` : words;
    return `${reached}, a person answered ${since(answered.at)}: "${cut}"`;
  });
  return `${style.bold("stop points")}\n${lines.join("\n")}\n`;
}

function agentTable({ timeline }: AuditReport, style: Style): string {
  const roles = teamOf(timeline);
  const number = (value: number): string => value.toLocaleString("en-US");
  const rows = roles.map(({ name, members, workMs, tokens }) => [
    oneLine(name),
    members.length === 1 ? "" : `×${members.length}`,
    minutes(workMs),
    number(tokens.total),
    number(tokens.cachedInput),
    number(tokens.output),
  ]);
  const right = (heading: string) => ({ heading, side: "right" }) as const;
  const columns = [
    { heading: "agent", side: "left" } as const,
    right(""),
    right("minutes"),
    right("tokens"),
    right("cached"),
    right("output"),
  ];
  return `${style.bold("agents")}\n${textTable(columns, rows)}`;
}

const mostNotes = 5;

function noteLines({ timeline }: AuditReport, style: Style): string {
  const { notes } = timeline;
  if (notes.length === 0) return "";
  const shown = notes
    .slice(0, mostNotes)
    .map(({ where, note }) => `  ${placeWords(where)}: ${visible(oneLine(note))}\n`);
  const more = notes.length > mostNotes ? `  ${plural(notes.length - mostNotes, "more note")}\n` : "";
  return `${style.bold("about the files")}\n${shown.join("")}${more}`;
}
