import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import type { Departure } from "./follow/departure.ts";
import type { Course } from "./follow/follow.ts";

/** An event at its moment: what was known before it, and how it fits the flow. */
export interface Moment {
  readonly event: TraceEvent;
  readonly before: Case;
  readonly course: Course;
  /** How it left the flow; absent when it did not. */
  readonly departure?: Departure;
  /** What its answer is worth; only of an `answer` of an agent of the contract. */
  readonly verdict?: Verdict;
  /** Whether there is something at a path of the project; only while a session runs, when that can be looked at. */
  readonly exists?: (path: string) => boolean;
}
