import { readTimeline } from "../../../src/trace/read-timeline.ts";
import { reportCost } from "./report-cost.ts";

// The reader by itself.
reportCost(async () => {
  const { events, notes } = await readTimeline(process.argv[2] ?? "");
  if (events.length === 0) throw new Error(`nothing was read: ${JSON.stringify(notes)}`);
});
