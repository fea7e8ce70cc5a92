import type { TraceEvent } from "../../trace/trace-event.ts";
import { plural } from "../report.ts";

/** What happened, in a few words that follow who did it: lower case, no final stop. `nameOf` gives a thread its name. */
export function eventWords(event: TraceEvent, nameOf: (thread: string) => string): string {
  const teller = tellers[event.kind] as Teller<typeof event>;
  const words = teller(event, nameOf);
  return "refused" in event && event.refused !== null ? `${words}: refused` : words;
}

type Teller<Event> = (event: Event, nameOf: (thread: string) => string) => string;

const starts = { startup: "starts the session", resume: "goes on with the session", fork: "forks the session" };

const tellers: { readonly [Kind in TraceEvent["kind"]]: Teller<Extract<TraceEvent, { kind: Kind }>> } = {
  session_started: ({ source }) => starts[source],
  person_message: () => "writes",
  skill_invoked: ({ skill }) => `invokes $${skill}`,
  spawn: ({ type, inherits }) =>
    `spawns ${type ?? "an agent of no type"}${inherits ? ", with the whole conversation" : ""}`,
  agent_addressed: ({ as, target }, nameOf) => `${as === "task" ? "gives a task to" : "writes to"} ${nameOf(target)}`,
  wait: ({ targets, timeoutMs, timedOut }) => {
    const whom = targets.length === 0 ? "any agent" : plural(targets.length, "agent");
    const limit = timeoutMs === null ? "" : `, ${timeoutMs / 1_000} s at most`;
    return `waits for ${whom}${limit}${timedOut ? ": in vain" : ""}`;
  },
  close: ({ how, target, was }, nameOf) =>
    `${how === "close" ? "closes" : "interrupts"} ${nameOf(target)}${was === "unknown" ? "" : `, which ${was === "running" ? "is running" : "has finished"}`}`,
  answer: ({ failed }) => (failed === null ? "answers" : "ends without an answer"),
  sent_on: () => "is sent on by a hook",
  handed_over: ({ names }) => `is given ${names.join(", ")}`,
  command: ({ exitCode }) => `runs a command${exitCode === null || exitCode === 0 ? "" : `, exit status ${exitCode}`}`,
  files_changed: ({ files }) => `changes ${plural(files.length, "file")}`,
  tool_called: ({ server, tool }) => `calls ${server}.${tool}`,
  turn_started: () => "begins a turn",
  turn_ended: ({ aborted }) => (aborted ? "is cut off" : "ends the turn"),
  compacted: () => "goes on with a summary of the conversation",
  hooks_switched: ({ on, by }) => `switches Baton's hooks ${on ? "on" : "off"} (${by})`,
};
