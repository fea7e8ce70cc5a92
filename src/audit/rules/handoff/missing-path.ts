import type { AgentCase, Case } from "../../case.ts";
import { dueAt } from "../../handoff/due-at.ts";
import { pathsKnown } from "../../handoff/paths-due.ts";
import { pathsNamed } from "../../handoff/paths-named.ts";
import { toldTo } from "../../handoff/told-to.ts";
import { hasFile } from "../../is-same-file.ts";
import type { Moment } from "../../moment.ts";
import type { Fault, Rule } from "../../rule.ts";

/**
 * A path that is passed exists. While a session runs, that can be looked at. Afterwards a path is missing when the agent's
 * own commands did not find it, or when others are known to go by its name and nobody has ever named or written this one.
 */
export const missingPath: Rule = {
  code: "handoff/missing-path",
  live: true,
  check: (moment) => {
    const { event, before } = moment;
    if (moment.exists !== undefined) return notThere(moment, moment.exists);
    if (event.kind !== "answer" || event.failed !== null || before.ended) return undefined;
    const agent = before.agents.get(event.thread);
    if (agent === undefined) return undefined;
    return missingPaths(moment, agent).map(({ name, path }) => ({
      ...fault(agent.type, name, path),
      event: agent.started,
    }));
  },
};

/** A path that an agent was given under a handoff's name, and that is not there. */
interface Missing {
  readonly name: string;
  readonly path: string;
}

/** The missing paths that an agent was given at its start, as its first answer shows. */
export function missingPaths(
  { before, course }: Pick<Moment, "before" | "course">,
  agent: AgentCase,
): readonly Missing[] {
  const told = toldTo(agent);
  if (told === undefined || !agent.inFlow || agent.answers.length > 0) return [];
  return namesTo(course, agent.type).flatMap((name) => {
    const paths = [...new Set(told.flatMap((text) => pathsNamed(text, name)))];
    if (paths.length === 0) return [];
    const known = pathsKnown(course, before, name, agent.started);
    const isUnknown = (path: string): boolean =>
      known.length > 0 && !hasFile(known, path) && !isMentioned(before, agent, path);
    return paths
      .filter((path) => hasFile(agent.missed, path) || isUnknown(path))
      .map((path): Missing => ({ name, path }));
  });
}

function notThere({ event, before, course, departure }: Moment, exists: (path: string) => boolean): Fault[] {
  const isStart = event.kind === "spawn" || (event.kind === "agent_addressed" && event.as === "task");
  if (!isStart || event.refused !== null || event.agent !== null || departure !== undefined || before.ended) return [];
  const { prompt } = event;
  const type = event.kind === "spawn" ? event.type : before.agents.get(event.target)?.type;
  if (prompt === null || type === null || type === undefined) return [];
  const named = namesTo(course, type).flatMap((name) => pathsNamed(prompt, name).map((path) => ({ name, path })));
  const due = dueAt(course, before, type)
    .filter(({ kind }) => kind === "path")
    .flatMap(({ name, material }) => material.filter((path) => prompt.includes(path)).map((path) => ({ name, path })));
  const missing = [...named, ...due].filter(({ path }) => !exists(path));
  const first = missing.filter(({ path }, at) => missing.findIndex((one) => one.path === path) === at);
  return first.map(({ name, path }) => fault(type, name, path));
}

function namesTo({ contract }: Moment["course"], type: string): string[] {
  const passes = contract.handoffs.filter(({ to }) => to.includes(type)).flatMap((handoff) => handoff.passes);
  return [...new Set(passes.filter(({ kind }) => kind === "path").map(({ name }) => name))];
}

/** Whether anybody but the agent itself has named a path, or was seen to write it. */
function isMentioned({ agents, person, documents, change }: Case, agent: AgentCase, path: string): boolean {
  if (hasFile([...documents, ...change.seen, ...change.declared], path)) return true;
  if (person.some(({ text }) => text.includes(path))) return true;
  return [...agents.values()].some((other) => {
    if (other.thread === agent.thread) return false;
    const answers = other.answers.map(({ answer }) => JSON.stringify(answer ?? null));
    return [...other.told, ...answers].some((text) => text?.includes(path));
  });
}

function fault(type: string, name: string, path: string): Fault {
  return {
    message: `"${type}" is given "${path}" as ${name}, which does not exist`,
    hint: "look which file it is, and pass the path of one that is there",
  };
}
