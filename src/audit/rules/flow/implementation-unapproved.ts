import { agentNamed } from "../../../contract/contract.ts";
import { changedPaths } from "../../changed-paths.ts";
import { startedAgent } from "../../follow/started-agent.ts";
import { tried } from "../../follow/tried.ts";
import { isByProduct } from "../../is-by-product.ts";
import { isDocument } from "../../is-document.ts";
import type { Moment } from "../../moment.ts";
import { refusedWords } from "../../refused-words.ts";
import type { Fault, Rule } from "../../rule.ts";

/** Nothing is implemented before a person has approved the plan. */
export const implementationUnapproved: Rule = {
  code: "flow/implementation-unapproved",
  live: true,
  check: (moment) => {
    const { event, before } = moment;
    const hint = "present the plan at the stop point batch-approval and end your turn";
    if (startsImplementation(moment))
      return { message: `"${startedAgent(moment)}" starts before the plan is approved${refusedWords(before)}`, hint };
    if (event.agent !== null || isApproved(moment)) return undefined;
    const [first] = changedPaths(before, tried(event)).filter(
      (path) => !isDocument(path, before) && !isByProduct(path),
    );
    return first === undefined
      ? undefined
      : ({ message: `"${first}" is changed before the plan is approved${refusedWords(before)}`, hint } satisfies Fault);
  },
};

/** Whether an agent that writes code starts while the flow waits at batch-approval. */
export function startsImplementation(moment: Moment): boolean {
  const { departure, course } = moment;
  if (departure?.kind !== "stop" || !departure.missing.includes("batch-approval")) return false;
  return agentNamed(course.contract, startedAgent(moment))?.produces === "code";
}

function isApproved({ before, course }: Moment): boolean {
  const needed = [...course.flow.nodes.values()].some((node) => node.stop === "batch-approval");
  return !needed || before.stops.some(({ stop, answered }) => stop === "batch-approval" && answered !== null);
}
