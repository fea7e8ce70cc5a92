import { answerEvent } from "./answer-event.ts";
import { writeAll } from "./write-all.ts";

// Codex's hooks start it, at every call of a tool: a small program, which reads of the whole one beside it what an event needs.
const [event = ""] = process.argv.slice(2);
if (/^[A-Z]/.test(event)) answerEvent(event).catch(() => undefined);
else {
  writeAll(2, "baton: Codex starts this for its hooks, with the name of an event: see baton hook --help\n");
  process.exitCode = 2;
}
