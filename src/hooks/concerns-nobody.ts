import { rootOf } from "./root-of.ts";
import { isGoverned } from "./session/session-marker.ts";

/**
 * Whether Baton has nothing to say to an event, because no recipe governs its session and none is invoked in it. Asked
 * before anything else of Baton is loaded: in most sessions that is all there is to do.
 */
export function concernsNobody(event: string, stdin: string): boolean {
  const payload = parsed(stdin);
  const { session_id: session, cwd, prompt } = payload ?? {};
  // What is no payload is left to the hook itself, which makes a record of it.
  if (typeof session !== "string" || typeof cwd !== "string") return false;
  if (event === "UserPromptSubmit" && typeof prompt === "string" && prompt.includes("$recipe-")) return false;
  const root = rootOf(cwd);
  return root === undefined || !isGoverned(root, session);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
