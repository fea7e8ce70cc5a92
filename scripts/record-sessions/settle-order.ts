import { objectOf, textOf } from "../../test/e2e/json-value.ts";
import type { RolloutLine } from "./compact-line.ts";

/**
 * Puts lines whose order or presence is an accident of the moment into one form: of the counts of tokens in a turn only
 * the last is left, and none of one that was cut off, of Codex's instructions one stub, and a command's end stands before its output.
 */
export function settleOrder(lines: readonly RolloutLine[]): readonly RolloutLine[] {
  return endsFirst(firstInstructionsOnly(lastTokensOnly(withoutLateEnds(lines))));
}

function lastTokensOnly(lines: readonly RolloutLine[]): RolloutLine[] {
  const isCount = (line: RolloutLine): boolean => line.payload.type === "token_count";
  return lines.filter((line, index) => {
    if (!isCount(line)) return true;
    const next = lines.slice(index + 1).find((later) => isCount(later) || endsTurn(later));
    // A turn that is cut off is so before its last count, or after.
    return next?.payload.type === "task_complete";
  });
}

function endsTurn({ payload }: RolloutLine): boolean {
  return /^(?:task_complete|turn_aborted)$/.test(textOf(payload.type));
}

/** Codex gives its instructions in as many messages as tool servers have started by then. */
function firstInstructionsOnly(lines: readonly RolloutLine[]): RolloutLine[] {
  const isInstruction = ({ payload }: RolloutLine): boolean =>
    payload.role === "developer" && payload.type === "message";
  const first = lines.findIndex(isInstruction);
  return lines.filter((line, index) => index === first || !isInstruction(line));
}

/** Whether a command that was cut off with its turn is still told of depends on how fast the process ends. */
function withoutLateEnds(lines: readonly RolloutLine[]): RolloutLine[] {
  let isCutOff = false;
  return lines.filter((line) => {
    if (line.payload.type === "turn_aborted") isCutOff = true;
    if (line.payload.type === "task_started") isCutOff = false;
    return !(isCutOff && isCommandEnd(line));
  });
}

function endsFirst(lines: readonly RolloutLine[]): RolloutLine[] {
  const settled = [...lines];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isLate = before !== undefined && isCommandEnd(line) && textOf(before.payload.type).endsWith("_call_output");
    if (isLate) settled.splice(index - 1, 2, line, before);
  }
  return settled;
}

function isCommandEnd({ payload }: RolloutLine): boolean {
  return objectOf(payload.item).type === "CommandExecution";
}
