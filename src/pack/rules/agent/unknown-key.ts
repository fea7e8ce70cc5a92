import { didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { agentKeys } from "../../codex-keys.ts";
import { agentRule } from "../../rule.ts";

/** What people write for a key that Codex calls otherwise. */
const meant: Readonly<Record<string, string>> = {
  instructions_file: "model_instructions_file",
  prompt: "developer_instructions",
  reasoning_effort: "model_reasoning_effort",
  effort: "model_reasoning_effort",
  sandbox: "sandbox_mode",
  system_prompt: "developer_instructions",
  user_instructions: "developer_instructions",
};

/** Every top-level key of an agent is one that Codex accepts. */
export const unknownKey = agentRule("agent/unknown-key", function* ({ fields, fieldAt }) {
  for (const key of Object.keys(fields)) {
    if (agentKeys.has(key)) continue;
    const better = Object.hasOwn(meant, key) ? meant[key] : undefined;
    yield {
      message: `Codex knows no key "${key}" and drops the whole agent`,
      hint: better === undefined ? (didYouMean(key, agentKeys.keys()) ?? "remove it") : `did you mean "${better}"?`,
      where: fieldAt(pointerOf([key]), "key"),
    };
  }
});
