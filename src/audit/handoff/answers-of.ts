import { fieldOf } from "../../response/route-answer.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import type { Case } from "../case.ts";

/** The valid answers of the agents of a type that were started before an event, the newest last. */
export function answersOf({ agents }: Case, type: string, until: number): Verdict[] {
  return [...agents.values()]
    .filter((agent) => agent.type === type && agent.started < until)
    .flatMap((agent) => agent.answers)
    .filter((answer) => answer.valid);
}

/** The texts at a field of an answer; of an author's documents, whether it gives one path or several. */
export function textsAt({ answer }: Verdict, field: string): string[] {
  const values = /^paths?$/.test(field)
    ? ["path", "paths"].map((one) => fieldOf(answer, one))
    : [fieldOf(answer, field)];
  return [...new Set(values.flat().filter((one): one is string => typeof one === "string" && one !== ""))];
}
