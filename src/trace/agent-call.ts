import { cutText, textLimits } from "./cut-text.ts";
import { type JsonFields, listOf, textOrNull } from "./json-fields.ts";

/** What one of Codex's subagent tools was called for; targets as the call names them. */
export type AgentCall =
  | {
      readonly does: "spawn";
      readonly type: string | null;
      readonly name: string | null;
      readonly prompt: string | null;
      readonly inherits: boolean;
    }
  | {
      readonly does: "address";
      readonly as: "task" | "note";
      readonly target: string;
      readonly prompt: string | null;
      readonly interrupts: boolean;
    }
  | { readonly does: "wait"; readonly targets: readonly string[]; readonly timeoutMs: number | null }
  | { readonly does: "close"; readonly how: "close" | "interrupt"; readonly target: string };

const tools =
  /^(?:multi_agent_v1|collaboration)?(spawn_agent|wait_agent|send_input|close_agent|resume_agent|followup_task|send_message|interrupt_agent)$/;

/**
 * Reads a call of a subagent tool of either generation; undefined for any other tool.
 * @param tool the namespace and the name in one word, as hooks are told it, or the name alone
 */
export function readAgentCall(tool: string, args: JsonFields): AgentCall | undefined {
  switch (tools.exec(tool)?.[1]) {
    case "spawn_agent":
      return spawnOf(args);
    case "wait_agent":
      return {
        does: "wait",
        targets: listOf(args["targets"]).filter((target) => typeof target === "string"),
        timeoutMs: typeof args["timeout_ms"] === "number" ? args["timeout_ms"] : null,
      };
    case "send_input":
      return addressed("task", args, args["interrupt"] === true);
    case "followup_task":
      return addressed("task", args, false);
    case "send_message":
      return addressed("note", args, false);
    case "resume_agent":
      return { does: "address", as: "task", target: textOrNull(args["id"]) ?? "", prompt: null, interrupts: false };
    case "close_agent":
      return { does: "close", how: "close", target: textOrNull(args["target"]) ?? "" };
    case "interrupt_agent":
      return { does: "close", how: "interrupt", target: textOrNull(args["target"]) ?? "" };
    default:
      return undefined;
  }
}

/** Only the second generation knows task names, and only there a spawn inherits unless it says otherwise. */
function spawnOf(args: JsonFields): AgentCall {
  const type = textOrNull(args["agent_type"]);
  const name = textOrNull(args["task_name"]);
  const inherits = name === null ? args["fork_context"] === true : args["fork_turns"] !== "none";
  return { does: "spawn", type: type === "default" ? null : type, name, prompt: promptOf(args), inherits };
}

function addressed(as: "task" | "note", args: JsonFields, interrupts: boolean): AgentCall {
  return { does: "address", as, target: textOrNull(args["target"]) ?? "", prompt: promptOf(args), interrupts };
}

/** The service gives the second generation's messages as ciphertext, which begins so. */
const ciphertext = /^gAAAA[\w=-]*$/;

function promptOf(args: JsonFields): string | null {
  const message = textOrNull(args["message"]);
  if (message !== null) return ciphertext.test(message) ? null : cutText(message, textLimits.words);
  const items = listOf(args["items"]).map((item) => textOrNull((item as JsonFields | null)?.["text"]));
  const texts = items.filter((text) => text !== null);
  return texts.length === 0 ? null : cutText(texts.join("\n"), textLimits.words);
}
