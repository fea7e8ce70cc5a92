import { asksPerson } from "../../asks-person.ts";
import { runningAgents } from "../../case.ts";
import { labelOf } from "../../follow/departure.ts";
import { owedAtTurnEnd } from "../../follow/owed.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";

/** A verifier that failed runs again after the fix, before anything is reported. */
export const failedVerifierNotRerun: Rule = {
  code: "flow/failed-verifier-not-rerun",
  live: true,
  check: (moment) => {
    const [first, ...more] = failedVerifiers(moment);
    if (first === undefined) return undefined;
    const names = [first, ...more].join(", ");
    return {
      message: `the turn ends without another run of what failed: ${names}`,
      hint: `have the findings fixed and run ${names} again, or put them before the person`,
    };
  },
};

/** The verifiers that have failed and are owed another run when a turn ends without asking a person about it. */
export function failedVerifiers({ event, before, course }: Moment): string[] {
  if (event.kind !== "turn_ended" || event.aborted || runningAgents(before).length > 0) return [];
  if (asksPerson(event.message) || owedAtTurnEnd(course, before).length === 0) return [];
  const { nodes } = course.flow;
  const branches = [...nodes.values()]
    .filter((node) => node.type === "parallel" && node.rerun === "failed")
    .flatMap((node) => node.edges.filter((edge) => edge.at[0] === "branches"))
    .map(({ to }) => nodes.get(to));
  const failed = branches.filter((node) =>
    before.positions.every(
      ({ variables }) => node?.output !== undefined && variables[`${node.output}_route`] === "revise",
    ),
  );
  return failed.flatMap((node) => (node === undefined ? [] : [labelOf(node)]));
}
