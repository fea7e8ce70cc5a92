import { agentNamed } from "../../../contract/contract.ts";
import type { TraceEvent } from "../../../trace/trace-event.ts";
import type { Rule } from "../../rule.ts";
import { readCommand } from "../../shell/read-command.ts";

/** An agent that judges changes nothing. */
export const writeForbidden: Rule = {
  code: "team/write-forbidden",
  live: true,
  check: ({ event, course }) => {
    const { agent, kind } = event;
    if (agent === null || (kind !== "files_changed" && kind !== "command")) return undefined;
    if (agentNamed(course.contract, agent)?.writes !== false) return undefined;
    const [first, ...more] = writesOf(event);
    if (first === undefined) return undefined;
    const others = more.length === 0 ? "" : ` and ${more.length} more`;
    return {
      message: `"${agent}" may not write and changes "${first}"${others}`,
      hint: "put what has to change into your answer; scratch files belong into a temporary directory",
    };
  },
};

function writesOf(event: TraceEvent): readonly string[] {
  if (event.kind === "files_changed") return [...new Set(event.files.map((file) => file.path))];
  return event.kind === "command" ? [...new Set(readCommand(event.command).writes)] : [];
}
