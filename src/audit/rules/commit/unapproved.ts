import { type CommitAt, commitAt } from "../../commit-at.ts";
import { isByProduct } from "../../is-by-product.ts";
import { isDocument } from "../../is-document.ts";
import { hasFile } from "../../is-same-file.ts";
import type { Moment } from "../../moment.ts";
import type { Fault, Rule } from "../../rule.ts";
import { committedWords } from "./committed-words.ts";

/** What a quality check has approved is committed, and nothing that was changed after it. Documents need none. */
export const unapproved: Rule = {
  code: "commit/unapproved",
  live: true,
  check: (moment) => unapprovedAt(moment),
};

/** What is wrong with the approval of a commit; undefined when it stands. */
export function unapprovedAt(moment: Moment): Fault | undefined {
  const made = commitAt(moment);
  const checkers = made === undefined ? [] : checkersOf(moment);
  if (made === undefined || made.own.length === 0 || checkers.length === 0) return undefined;
  const { own, change } = made;
  const hint = `have ${checkers.join(" or ")} check the change as it is now, and commit when it has approved`;
  if (!change.approved) {
    // A check that answered otherwise than its schema says has a rule of its own.
    if (moment.before.malformed.some(({ type }) => checkers.includes(type))) return undefined;
    return { message: `${committedWords(own)}, and no quality check has approved it`, hint };
  }
  const late = change.since.find((path) => !isDocument(path, moment.before) && concerns(path, made));
  if (late === undefined) return undefined;
  return { message: `a commit is made after "${late}" was changed, which the quality check has not seen`, hint };
}

/** Whether a file is the commit's business: it is in it, or may be, or is a task's. What lies beside named files is not. */
function concerns(path: string, { own, change, takesAll }: CommitAt): boolean {
  if (hasFile(own, path)) return true;
  return !isByProduct(path) && (takesAll || hasFile(change.declared, path));
}

function checkersOf({ course }: Moment): string[] {
  const agents = [...course.flow.nodes.values()].map((node) => node.agent ?? "");
  return [...new Set(agents.filter((agent) => agent.startsWith("quality-fixer")))];
}
