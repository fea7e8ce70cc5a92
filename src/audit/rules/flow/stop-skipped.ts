import { departureRule } from "../departure-rule.ts";
import { startsImplementation } from "./implementation-unapproved.ts";

/** A stop point is opened by a person's message and by nothing else. */
export const stopSkipped = departureRule("flow/stop-skipped", "stop", (agent, { missing }, moment) => {
  if (startsImplementation(moment)) return undefined;
  const [id = ""] = missing;
  const stop = moment.course.contract.stops.find((one) => one.id === id);
  return {
    message: `"${agent}" starts at the stop point "${id}", which no person's message has opened`,
    hint: `present this and end your turn: ${stop?.present ?? id} Ask: ${stop?.asks ?? "May the run go on?"}`,
  };
});
