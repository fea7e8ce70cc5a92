import { answerCases } from "./cases/answer.ts";
import { commitCases } from "./cases/commit.ts";
import { handoffCases } from "./cases/handoff.ts";
import { orderCases } from "./cases/order.ts";
import { teamCases } from "./cases/team.ts";
import type { SessionCase } from "./session-case.ts";

/** Every session of the corpus. */
export const cases: readonly SessionCase[] = [
  ...answerCases,
  ...orderCases,
  ...handoffCases,
  ...teamCases,
  ...commitCases,
];
