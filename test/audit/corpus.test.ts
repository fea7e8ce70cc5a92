import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AuditReport } from "../../src/audit/audit-report.ts";
import { auditTimeline } from "../../src/audit/audit-timeline.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { auditCodes } from "../../src/core/catalogue/audit.ts";
import { switchEvents } from "../../src/hooks/switch-events.ts";
import { readTimeline } from "../../src/trace/read-timeline.ts";
import type { Timeline } from "../../src/trace/timeline.ts";
import { shipped } from "../helpers/shipped-rules.ts";

/** A recorded session, as `npm run record` lists it. */
interface Recorded {
  readonly folder: string;
  readonly generation: 1 | 2;
  /** The one rule it breaks; absent in a compliant session. */
  readonly breaks?: string;
  /** Rules whose situation a compliant session is in. */
  readonly shows?: readonly string[];
}

const corpus = join(import.meta.dirname, "../corpus/audit");
const update = process.env["UPDATE_CORPUS"] === "1";
const recorded = JSON.parse(readFileSync(join(corpus, "cases.json"), "utf8")) as readonly Recorded[];
const codes = Object.keys(auditCodes);

describe("the recorded sessions", () => {
  test.each(codes)("%s is found in the sessions that break it, and nothing else is", async (code) => {
    const parts: string[] = [];
    for (const { folder } of recorded.filter(({ breaks }) => breaks === code)) {
      const { breaches } = await audit(folder);
      expect([...new Set(breaches.map(({ diagnostic }) => diagnostic.code))], folder).toEqual([code]);
      parts.push(`== ${basename(folder)}\n${breaches.map(words).join("")}`);
    }
    const expected = join(corpus, code, "expected.txt");
    if (update) writeFileSync(expected, parts.join("\n"));
    expect(parts.join("\n")).toBe(readFileSync(expected, "utf8"));
  });

  test.each(recorded.filter(({ breaks }) => breaks === undefined))("$folder breaks no rule", async ({ folder }) => {
    const report = await audit(folder);
    expect(report.breaches.map(words)).toEqual([]);
  });

  test.each(codes)("%s has two breaching sessions and a compliant one", (code) => {
    const breaching = recorded.filter(({ breaks }) => breaks === code);
    const compliant = recorded.filter(({ shows }) => shows?.includes(code));
    expect([breaching.length >= 2, compliant.length >= 1]).toEqual([true, true]);
  });

  test("stand for both generations of Codex's subagent tools", async () => {
    const told = await Promise.all(recorded.map(async ({ folder }) => (await audit(folder)).timeline.generation));
    expect(told).toEqual(recorded.map(({ generation }) => generation));
  });

  test("are read whole: nothing in them is unknown to the reader", async () => {
    const notes = await Promise.all(recorded.map(async ({ folder }) => (await audit(folder)).timeline.notes));
    expect(notes.flat()).toEqual([]);
  });
});

const audits = new Map<string, Promise<AuditReport>>();

function audit(folder: string): Promise<AuditReport> {
  const known = audits.get(folder) ?? auditFolder(join(corpus, folder));
  audits.set(folder, known);
  return known;
}

async function auditFolder(folder: string): Promise<AuditReport> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  // Of a session's files the root's is the oldest.
  const root = names.find((name) => name.startsWith("rollout-"));
  if (root === undefined) throw new Error(`${folder} holds no session`);
  const timeline = await readTimeline(join(folder, root));
  const switches = names.includes("switches.jsonl") ? join(folder, "switches.jsonl") : undefined;
  return auditTimeline(switches === undefined ? timeline : withSwitches(timeline, switches), {
    contract: shipped.contract,
    flowOf: async (recipe) => (await shipped.flowOf(recipe))?.flow,
    schemasFor: async (agent) => [await shipped.schemaOf(agent)].filter((schema) => schema !== undefined),
    rules: auditRules,
  });
}

/** The timeline with what its project's `.baton/hooks.jsonl` holds. */
function withSwitches(timeline: Timeline, file: string): Timeline {
  const { startedAt, endedAt } = timeline.threads[0] ?? { startedAt: "", endedAt: null };
  const switched = switchEvents(readFileSync(file, "utf8"), file, { session: timeline.session, startedAt, endedAt });
  return { ...timeline, events: [...timeline.events, ...switched].sort((a, b) => a.at.localeCompare(b.at)) };
}

/** A breach as a person reads it: which thread's file and line, what is wrong, what to do. */
function words({ diagnostic }: AuditReport["breaches"][number]): string {
  const { code, message, hint = "", where } = diagnostic;
  const thread = /-(\d{12})\.jsonl$/.exec(where.file)?.[1];
  const file = thread === undefined ? basename(where.file) : `thread ${Number(thread)}`;
  return `${file}, line ${where.span?.line ?? 0}: ${code}: ${message}\n  ${hint}\n`;
}
