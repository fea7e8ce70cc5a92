/** What a hook answers on standard output. Source of the format: Codex 0.169, hook output schemas. */
export type HookOutput =
  | {
      readonly hookSpecificOutput: {
        readonly hookEventName: "PreToolUse";
        readonly permissionDecision: "deny";
        readonly permissionDecisionReason: string;
      };
    }
  | { readonly hookSpecificOutput: { readonly hookEventName: ContextEvent; readonly additionalContext: string } }
  | { readonly decision: "block"; readonly reason: string }
  | { readonly systemMessage: string };

type ContextEvent = "PreToolUse" | "SessionStart" | "SubagentStart" | "UserPromptSubmit";

/**
 * Stops a tool call before it happens; the model reads the reason as the call's result. Codex 0.169 ends the reason with a
 * full stop of its own, and the call: "Command blocked by PreToolUse hook: <reason>. Command: …".
 */
export function deny(reason: string): HookOutput {
  return {
    hookSpecificOutput: {
      hookEventName: "PreToolUse",
      permissionDecision: "deny",
      permissionDecisionReason: reason.replace(/\.$/, ""),
    },
  };
}

/** Puts a text before the model, as a developer message. */
export function context(event: ContextEvent, text: string): HookOutput {
  return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
}

/** Sends an agent on instead of letting its turn end; the model reads the reason as a message. */
export function sendOn(reason: string): HookOutput {
  return { decision: "block", reason };
}

/** Tells the person something, and the model nothing. */
export function tellPerson(message: string): HookOutput {
  return { systemMessage: message };
}
