import { takeReport } from "../../follow/take.ts";
import type { Moment } from "../../moment.ts";
import type { Rule } from "../../rule.ts";

/** The completion report carries every note of the security reviewer, in whatever words. */
export const notesMissing: Rule = {
  code: "report/notes-missing",
  live: true,
  check: (moment) => {
    const { event, before } = moment;
    if (event.kind !== "turn_ended" || event.aborted || before.notes.length === 0 || !isReportDue(moment))
      return undefined;
    const said = wordsOf(event.message ?? "");
    return before.notes
      .filter((note) => !isCarried(note, said))
      .map((note) => ({
        message: `the report leaves out a note of the security reviewer: "${cut(note)}"`,
        hint: "put the note into the report",
      }));
  },
};

function isReportDue({ before: { ended, positions }, course }: Moment): boolean {
  return !ended && positions.some((position) => takeReport(course.flow, position) !== undefined);
}

/** Half of a note's words are enough: a report may put it otherwise. */
function isCarried(note: string, said: ReadonlySet<string>): boolean {
  const words = [...wordsOf(note)];
  return words.filter((word) => said.has(word)).length * 2 >= words.length;
}

/** The words that carry a text's meaning: those of four letters or more. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}

function cut(note: string): string {
  const line = note.replaceAll(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
