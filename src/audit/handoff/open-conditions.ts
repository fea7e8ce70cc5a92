import type { Case, OpenCondition } from "../case.ts";

/** The name under which a contract passes the conditions of reviews. */
export const conditionsName = "conditions";

/** The conditions that have to travel into the next phase: nothing has been done about them, or they were written down only. */
export function openConditions({ conditions }: Pick<Case, "conditions">): readonly OpenCondition[] {
  return conditions.filter(({ resolved, noted }) => !resolved || noted !== null);
}
