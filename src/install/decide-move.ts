import { dropCopy } from "./decide-conflict.ts";
import { type Decision, entryAt, removeRecord, writeBase, writeOver } from "./decision.ts";
import type { FileSituation } from "./file-situation.ts";
import { basePath } from "./layout.ts";
import type { ReleaseFile } from "./release.ts";

/**
 * Carries a file, with all that the user did to it, to where the pack now has it.
 * @param from what is known about the target it leaves
 * @param to what is known about the one it gets to: nothing stands there, or the same already, after an interruption
 */
export function decideMove(from: FileSituation, to: FileSituation, wanted: ReleaseFile): Decision {
  const { yours } = from;
  const { target } = to;
  // A backup belongs to the path it was made of.
  const { backup: _left, ...entry } = entryAt(wanted, from.entry);
  const record = [
    ...writeBase(target, wanted, to.base),
    ...removeRecord(basePath(from.target), from.base),
    ...dropCopy(from),
  ];
  if (yours === undefined) {
    const reason = "you deleted it where it was before";
    return { action: { kind: "keep", target, reason, beside: from.target }, effects: record, entry };
  }
  const action = {
    kind: "move",
    target,
    reason: "moved, with your edits if there are any",
    beside: from.target,
  } as const;
  const carried = { ...writeOver(target, yours.content, undefined, wanted.executable), mode: yours.mode };
  const remove = { do: "remove", stage: "target", path: from.target, over: yours.content } as const;
  return { action, effects: [...(to.yours === undefined ? [carried] : []), remove, ...record], entry };
}
