import { carries } from "../../carries.ts";
import { takeReport } from "../../follow/take.ts";
import type { Moment } from "../../moment.ts";
import { quoted } from "../../quoted.ts";
import type { Rule } from "../../rule.ts";

/** The completion report carries every note of the security reviewer, in whatever words. */
export const notesMissing: Rule = {
  code: "report/notes-missing",
  live: true,
  check: (moment) => {
    const { event, before } = moment;
    if (event.kind !== "turn_ended" || event.aborted || before.notes.length === 0 || !isReportDue(moment))
      return undefined;
    const report = event.message ?? "";
    return before.notes
      .filter((note) => !carries(report, note))
      .map((note) => ({
        message: `the report leaves out a note of the security reviewer: ${quoted(note)}`,
        hint: "put the note into the report",
      }));
  },
};

function isReportDue({ before: { ended, positions }, course }: Moment): boolean {
  return !ended && positions.some((position) => takeReport(course.flow, position) !== undefined);
}
