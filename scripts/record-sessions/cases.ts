import { answerCases } from "./cases/answer.ts";
import { carryingCases } from "./cases/carrying.ts";
import { commitCases } from "./cases/commit.ts";
import { decisionCases } from "./cases/decisions.ts";
import { handoffCases } from "./cases/handoff.ts";
import { hooksCases } from "./cases/hooks.ts";
import { personCases } from "./cases/ok/persons.ts";
import { roundCases } from "./cases/ok/rounds.ts";
import { okTeamCases } from "./cases/ok/team.ts";
import { wholeCases } from "./cases/ok/whole.ts";
import { orderCases } from "./cases/order.ts";
import { revisionCases } from "./cases/revisions.ts";
import { teamCases } from "./cases/team.ts";
import { verificationCases } from "./cases/verification.ts";
import type { SessionCase } from "./session-case.ts";

/** Every session of the corpus. */
export const cases: readonly SessionCase[] = [
  ...answerCases,
  ...orderCases,
  ...handoffCases,
  ...teamCases,
  ...commitCases,
  ...revisionCases,
  ...verificationCases,
  ...decisionCases,
  ...carryingCases,
  ...hooksCases,
  ...wholeCases,
  ...personCases,
  ...roundCases,
  ...okTeamCases,
];
