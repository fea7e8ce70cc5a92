import { shownLine } from "../../render/shown-line.ts";
import type { StepView } from "../../run/operations/output/views.ts";
import { since, until } from "./ago.ts";

/** Where a step stands and since when, for people: `waits for approval since 5 min`. Empty when there is nothing to say. */
export function standingOf(step: StepView, now: string): string {
  const words = standings[step.status](step, since(step.since, now), now);
  return words.filter((word) => word !== "").join(", ");
}

type Standing = (step: StepView, forLong: string, now: string) => string[];

const standings: Readonly<Record<StepView["status"], Standing>> = {
  pending: (step, _, now) => {
    const gate = step.requires_approval && approved(step) === "" ? "needs approval" : "";
    return [gate, approved(step), notBefore(step, now)];
  },
  in_progress: (step, forLong) => [`in progress since ${forLong}`, attempt(step), approved(step)],
  completed: (step, forLong) => [`completed ${forLong} ago`, attempt(step), approved(step)],
  skipped: (_, forLong) => [`skipped ${forLong} ago`],
  failed: (step, forLong, now) => [`failed ${forLong} ago`, attempt(step), notBefore(step, now)],
  waiting_approval: ({ approval }, forLong) => {
    const of = approval?.artifact == null ? "" : ` of ${shownLine(approval.artifact.path)}`;
    return [`waits for approval${of} since ${forLong}`];
  },
  blocked: ({ approval }, forLong) => {
    const by = approval?.status === "rejected" ? `rejected by ${shownLine(approval.decided_by ?? "?", 40)}` : "";
    return [`blocked since ${forLong}`, by];
  },
};

/** Said when it is not the plain first one. */
function attempt({ status, attempts, max_attempts: most }: StepView): string {
  if (attempts < 2 && status !== "failed") return "";
  return `attempt ${attempts}${most === null ? "" : ` of ${most}`}`;
}

function approved({ approval }: StepView): string {
  if (approval?.status !== "approved") return "";
  return `approved by ${shownLine(approval.decided_by ?? "?", 40)}${approval.how === "attested" ? " (attested)" : ""}`;
}

function notBefore({ not_before: at }: StepView, now: string): string {
  return at === null ? "" : `not before ${until(at, now)}`;
}
