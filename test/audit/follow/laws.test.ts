import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "../../../src/audit/audit-timeline.ts";
import { emptyCase } from "../../../src/audit/case.ts";
import { checkMoment } from "../../../src/audit/check-moment.ts";
import { evolveCase } from "../../../src/audit/evolve-case.ts";
import { allowedNow } from "../../../src/audit/follow/departure.ts";
import { owedAtTurnEnd } from "../../../src/audit/follow/owed.ts";
import { auditRules } from "../../../src/audit/rules.ts";
import type { TraceEvent } from "../../../src/trace/trace-event.ts";
import { shipped } from "../../helpers/shipped-rules.ts";
import { audited } from "../support/audited.ts";
import { analyzed, decomposed, designed, planned, task, verified } from "../support/runs.ts";
import {
  aborted,
  addressed,
  answer,
  changed,
  close,
  command,
  commit,
  dying,
  handedOver,
  invoked,
  type Passage,
  person,
  saying,
  sentOn,
  spawn,
  switched,
  told,
  turnEnded,
  wait,
} from "../support/story.ts";

const flow = (await shipped.flowOf("recipe-implement"))?.flow;
if (flow === undefined) throw new Error("the recipe has no flow");
const course = { flow, contract: shipped.contract };
const held = {
  contract: shipped.contract,
  schemasFor: async (agent: string) => [await shipped.schemaOf(agent)].filter((schema) => schema !== undefined),
};

const agent = fc.constantFrom(
  ...shipped.contract.agents.map(({ name }) => name).filter((name) => /^(task|code|qual|req|doc|sec|tech)/.test(name)),
);
const words = fc.constantFrom("yes", "no", "stop", "", "All done.", "Shall I go on?", "{}", '{"status": "blocked"}');
const status = fc.constantFrom(
  "approved",
  "completed",
  "needs_revision",
  "blocked",
  "rejected",
  "escalation_needed",
  7,
);
const path = fc.constantFrom("src/a.ts", "docs/plans/session-expiry-plan.md", "../../etc/passwd", "");
const refused = fc.constantFrom(undefined, "no");

/** Anything that can happen, in any order: what makes sense and what does not. */
const happening: fc.Arbitrary<Passage> = fc.oneof(
  agent.map((type) => [spawn(type), answer(type)]),
  fc.tuple(agent, refused).map(([type, why]) => spawn(type, why === undefined ? {} : { refused: why })),
  fc.tuple(agent, agent).map(([type, by]) => spawn(type, { by, inherits: true })),
  fc.tuple(agent, status).map(([type, value]) => answer(type, { status: value, verdict: { decision: value } })),
  fc.tuple(agent, words).map(([type, text]) => saying(type, text)),
  fc.tuple(agent, fc.boolean()).map(([type, interrupts]) => addressed(type, { interrupts })),
  fc.tuple(agent, words).map(([type, text]) => handedOver(type, [text])),
  fc.tuple(agent, words).map(([type, text]) => sentOn(type, text)),
  agent.map((type) => dying(type)),
  agent.map((type) => close(type, { was: "unknown" })),
  words.map((text) => person(text)),
  words.map((text) => turnEnded(text)),
  path.map((one) => commit(one)),
  fc.tuple(path, agent).map(([one, by]) => changed([one], { by })),
  fc.tuple(words, agent).map(([text, by]) => command(text, { by, exitCode: null })),
  fc.constantFrom(spawn(null), aborted(), wait(), invoked(), switched(false), switched(true)),
);
/** Some begin where a sound session would be. */
const beginning = fc.constantFrom<Passage>(
  [],
  [analyzed()],
  [analyzed(), designed, planned],
  [analyzed(), designed, planned, decomposed(2), task],
  [analyzed(), designed, planned, decomposed(1), task, verified],
);
const session = fc.tuple(beginning, fc.array(happening, { maxLength: 40 }));

test("no sequence of events makes following, or a rule, throw; there is always a place, and never too many", async () => {
  await fc.assert(
    fc.asyncProperty(session, async (passages) => {
      let state = emptyCase;
      for (const event of told(...passages).events) {
        const verdict = await judge(event, held);
        const { after, departure } = evolveCase(course, state, event, verdict);
        checkMoment(
          { event, before: state, course, ...(departure && { departure }), ...(verdict && { verdict }) },
          auditRules,
        );
        state = after;
        if (state.recipe === null) continue;
        expect(state.positions.length).toBeGreaterThan(0);
        expect(state.positions.length).toBeLessThanOrEqual(128);
        for (const { tokens } of state.positions) {
          expect(tokens.length).toBeGreaterThan(0);
          for (const token of tokens) expect(flow.nodes.has(token.node)).toBe(true);
        }
        expect(allowedNow(flow, state.positions).length > 0 || state.ended || hasEnd(state.positions)).toBe(true);
        owedAtTurnEnd(course, state);
      }
    }),
    { numRuns: 300 },
  );
}, 120_000);

function hasEnd(positions: (typeof emptyCase)["positions"]): boolean {
  return positions.some(({ tokens }) => tokens.some((token) => flow?.nodes.get(token.node)?.type === "end"));
}

test("what was refused changes nothing that the flow or a rule goes by", async () => {
  await fc.assert(
    fc.asyncProperty(session, agent, async (passages, type) => {
      const plain = await audited(...passages);
      const tried = await audited(...passages, spawn(type, { refused: "no" }), close(type, { refused: "no" }));
      expect(tried.next).toEqual(plain.next);
      expect(tried.breaches.filter(({ stopped }) => !stopped)).toEqual(
        plain.breaches.filter(({ stopped }) => !stopped),
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);

test("every finding is about an event of the session, and at its place", async () => {
  await fc.assert(
    fc.asyncProperty(session, async (passages) => {
      const { breaches, timeline } = await audited(...passages);
      for (const { event, diagnostic } of breaches) {
        const at: TraceEvent | undefined = timeline.events[event];
        expect(diagnostic.where).toEqual({ file: at?.where.file, span: { line: at?.where.line, column: 1 } });
        expect(diagnostic.hint).toMatch(/\S/);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
