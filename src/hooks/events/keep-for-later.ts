import { runningAgents } from "../../audit/case.ts";
import type { Hook } from "../hook.ts";
import type { Followed } from "../run/observe-command.ts";
import { stateWords } from "../run/state-words.ts";
import { shelveCase } from "../session/case-shelf.ts";
import { dropTold, keepTold } from "../session/told-state.ts";

/** Keeps at a turn's end what later hooks would have to work out again: the case, and what a start of the session tells. */
export function keepForLater(hook: Hook, followed: Followed): void {
  const { root, payload, checkout } = hook;
  const { run } = followed.run;
  shelveCase(root, run.id, { ...followed, ...followed.last });
  // Agents that are still at work when the session ends are counted as lost at its start: that takes the run.
  if (runningAgents(followed.state).length > 0 || checkout !== root) {
    dropTold(root, payload.session);
    return;
  }
  const text = stateWords(followed, run.kind, hook.runs().context.measure);
  const { plan } = run.state;
  const path = plan !== null && typeof plan === "object" && "path" in plan ? plan.path : null;
  hook.afterwards(() => keepTold(root, payload.session, text, typeof path === "string" ? path : null));
}
