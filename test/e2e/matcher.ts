import type { ModelRequest } from "./model-request.ts";

/** Which requests an actor answers: every field that is given must hold; `{}` matches all. */
export interface Matcher {
  readonly role?: "root" | "subagent";
  /** The custom agent the thread was spawned as. */
  readonly agent?: string;
  /** The name the script gave the task for which the thread was spawned. */
  readonly task?: string;
  /** A text in the developer messages, such as a sentence of an agent's instructions. */
  readonly developerIncludes?: string;
  /** A text in what the thread was asked: user messages and tasks from another agent. */
  readonly userIncludes?: string;
  /** Codex's own word for what the request is for: `turn`, `compaction`. */
  readonly kind?: string;
}

/** Whether an actor with this matcher answers the request. */
export function matches(matcher: Matcher, request: ModelRequest): boolean {
  const asked = [...request.userTexts, ...request.tasks].join("\n");
  return (
    (matcher.role === undefined || (matcher.role === "subagent") === request.isSubagent) &&
    (matcher.agent === undefined || matcher.agent === request.agentType) &&
    (matcher.task === undefined || matcher.task === request.task) &&
    (matcher.developerIncludes === undefined || request.developerText.includes(matcher.developerIncludes)) &&
    (matcher.userIncludes === undefined || asked.includes(matcher.userIncludes)) &&
    (matcher.kind === undefined || matcher.kind === request.kind)
  );
}
