import { orchestrator } from "../../../workflow/graph.ts";
import { commitAt } from "../../commit-at.ts";
import { fileIndex } from "../../is-same-file.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";
import { committedWords } from "./committed-words.ts";
import { unapprovedAt } from "./unapproved.ts";

/**
 * A commit holds what a task or its quality check changed: what they say they changed, or were seen to change. Where the
 * flow has the orchestrator implement, its own changes are the task's.
 */
export const foreignFiles: Rule = {
  code: "commit/foreign-files",
  live: true,
  check: (moment) => {
    const made = commitAt(moment);
    if (made === undefined || moment.before.malformed.length > 0 || unapprovedAt(moment) !== undefined)
      return undefined;
    const { declared, byAgents, seen } = made.change;
    const known = [...declared, ...byAgents, ...(isOrchestratorsWork(moment) ? seen : [])];
    const find = fileIndex(known);
    const foreign = made.code.filter((path) => find(path) === undefined);
    if (foreign.length === 0) return undefined;
    return {
      message: `${committedWords(foreign)}, and no task and no quality check changed it`,
      hint: `commit by name only what the task changed; leave out ${foreign
        .slice(0, 20)
        .map((path) => `"${path}"`)
        .join(", ")}`,
    };
  },
};

/** Whether a step on the way to where the flow stands is files of the orchestrator's own making. */
function isOrchestratorsWork({ before, course }: Moment): boolean {
  const { nodes } = course.flow;
  const reached = new Set(before.positions.flatMap(({ tokens }) => tokens.map((token) => token.node)));
  for (const id of reached) {
    for (const node of nodes.values()) if (node.edges.some(({ to }) => to === id)) reached.add(node.id);
  }
  return [...reached].some((id) => {
    const node = nodes.get(id);
    return node?.agent === orchestrator && node.leaves === "files";
  });
}
