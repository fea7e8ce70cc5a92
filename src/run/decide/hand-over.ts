import { capText, limits } from "../cap-text.ts";
import type { HandOver } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import type { Drafting } from "./drafting.ts";
import { endedRefusal } from "./run-guard.ts";

/** Drafts that the run's lease moves to a new owner. Only the owner gives it away, unless somebody forces it. */
export function handOver(draft: Drafting, command: HandOver): Refusal | undefined {
  const { run } = draft.state;
  const { actor, newOwner, note, nextAction, force } = command;
  const forced = run.owner !== null && actor !== run.owner;
  const refused = endedRefusal(draft.state) ?? (forced && force !== true ? notOwner(run.owner, actor) : undefined);
  if (refused !== undefined) return refused;
  draft.add(actor, {
    kind: "owner_changed",
    payload: {
      from: run.owner,
      to: newOwner,
      note: note === undefined ? null : capText(note, limits.note),
      forced,
    },
  });
  if (nextAction !== undefined && nextAction !== run.nextAction)
    draft.add(actor, {
      kind: "run_changed",
      payload: { nextAction: nextAction && capText(nextAction, limits.nextAction) },
    });
  return undefined;
}

function notOwner(owner: string | null, actor: string): Refusal {
  return {
    code: "run/not-owner",
    message: `the run belongs to "${owner}", and only its owner hands it over, not "${actor}"`,
    hint: `let "${owner}" hand it over; where that cannot be, a person can: baton run handoff --force`,
  };
}
