import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import type { Moment } from "./moment.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";

/** An event that matters to the flow, in words; undefined for every other. */
export function tellEvent(moment: Moment, after: Case): string | undefined {
  const { event } = moment;
  const teller = tellers[event.kind] as Teller<typeof event> | undefined;
  return teller?.(event, moment, after);
}

type Teller<Event> = (event: Event, moment: Moment, after: Case) => string | undefined;

const tellers: { readonly [Kind in TraceEvent["kind"]]?: Teller<Extract<TraceEvent, { kind: Kind }>> } = {
  skill_invoked: ({ skill }, _, { recipe }) => (skill === recipe ? `$${skill} is invoked` : undefined),
  person_message: ({ text }) => `a person writes: ${short(text)}`,
  spawn: ({ agent, type, name, refused }) => {
    const what = `${agent === null ? "" : `${agent} spawns `}${type ?? "default"}${name === null ? "" : ` (${name})`}`;
    if (refused !== null) return `${what} is refused: ${short(refused)}`;
    return agent === null ? `${what} starts` : what;
  },
  agent_addressed: ({ as, target }, moment) =>
    `${typeOf(moment, target)} gets ${as === "task" ? "another task" : "a note"}`,
  answer: ({ agent, failed, text }, { verdict }) => {
    const who = agent ?? "an agent";
    if (failed !== null) return `${who} fails: ${short(failed)}`;
    return `${who} answers: ${verdict?.routed === undefined ? short(text) : routeWords(verdict)}`;
  },
  sent_on: ({ agent }) => (agent === null ? "the turn is sent on" : `${agent} is sent back`),
  close: ({ how, target, was, refused }, moment) => {
    if (was !== "running") return undefined;
    const done = how === "close" ? "closed" : "interrupted";
    if (refused !== null) return `${typeOf(moment, target)} is not ${done}: ${short(refused)}`;
    return `${typeOf(moment, target)} is ${done} while it runs`;
  },
  turn_ended: ({ aborted, message }) => (aborted ? "the turn is cut off" : `the turn ends: ${short(message ?? "")}`),
  compacted: ({ agent }) => (agent === null ? "the conversation is compacted" : undefined),
  hooks_switched: ({ on, by }) => `Baton's hooks are switched ${on ? "on" : "off"} (${by})`,
  command: (event) => (isCommitDone(event) ? `a commit: ${short(event.command)}` : undefined),
};

function typeOf({ before }: Moment, thread: string): string {
  return before.agents.get(thread)?.type ?? "an agent";
}

function routeWords({ valid, routed }: NonNullable<Moment["verdict"]>): string {
  const value = routed?.decidedBy?.value;
  return `${value === undefined ? "" : `${value}, `}${routed?.route ?? ""}${valid ? "" : ", not its schema's"}`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
