import type { Code } from "../../core/codes.ts";
import type { Departure, DepartureKind } from "../follow/departure.ts";
import { startedAgent } from "../follow/started-agent.ts";
import type { Moment } from "../moment.ts";
import { refusedWords } from "../refused-words.ts";
import type { Fault, Rule } from "../rule.ts";

/** A rule about one way to leave the flow: conformance is found by following the graph, the rule says what it means. */
export function departureRule(
  code: Code,
  kind: DepartureKind,
  say: (agent: string, departure: Departure, moment: Moment) => Fault | undefined,
): Rule {
  return {
    code,
    live: true,
    check: (moment) => {
      const { departure, before } = moment;
      const fault = departure?.kind === kind ? say(startedAgent(moment), departure, moment) : undefined;
      return fault && { ...fault, message: `${fault.message}${refusedWords(before)}` };
    },
  };
}

/** What the flow waits for, as the end of a sentence. */
export function allowedWords({ allowed }: Departure): string {
  return allowed.length === 0 ? "nothing: it has ended" : allowed.join(" or ");
}
