import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case, ChangeCase } from "./case.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";
import { readCommand } from "./shell/read-command.ts";

const none: ChangeCase = { declared: [], seen: [], staged: [], approved: false, since: [] };

/** What has been changed since the last commit, after an event. */
export function evolveChange(before: Case, event: TraceEvent, verdict: Verdict | undefined): ChangeCase {
  const { change } = before;
  switch (event.kind) {
    case "files_changed":
      return event.refused === null
        ? seen(
            change,
            event.files.map((file) => file.path),
          )
        : change;
    case "command": {
      if (event.refused !== null) return change;
      if (isCommitDone(event)) return none;
      const { stages, writes } = readCommand(event.command);
      const files = writes.filter((path) => !path.includes(" "));
      const staged = stages === "all" || change.staged === "all" ? "all" : [...change.staged, ...stages];
      return { ...(files.length > 0 ? seen(change, files) : change), staged };
    }
    case "answer":
      return event.failed === null && verdict?.valid === true ? judged(change, verdict) : change;
    default:
      return change;
  }
}

function seen(change: ChangeCase, paths: readonly string[]): ChangeCase {
  const since = change.approved ? [...change.since, ...paths] : change.since;
  return { ...change, seen: [...change.seen, ...paths], since };
}

/** An executor declares what it changed; a quality check approves what there is then. */
function judged(change: ChangeCase, { answer, agent, routed }: Verdict): ChangeCase {
  const files = fieldOf(answer, "filesModified");
  const paths = Array.isArray(files) ? files.filter((path) => typeof path === "string") : [];
  const declared = [...change.declared, ...paths];
  if (agent.startsWith("quality-fixer"))
    return { ...change, declared, approved: routed?.route === "proceed", since: [] };
  return paths.length === 0 ? change : { ...change, declared, approved: false, since: [] };
}
