import { realpathSync } from "node:fs";
import { join } from "node:path";
import { mainCheckout } from "../../doctor/main-checkout.ts";
import { switchEvents } from "../../hooks/switch-events.ts";
import { readSwitchFile, switchFile } from "../../hooks/switch-file.ts";
import { findRepository } from "../../pack/find-project.ts";
import { liesIn } from "../../trace/lies-in.ts";
import type { NameOf, Timeline } from "../../trace/timeline.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";

/**
 * The same timeline with the times at which a person switched Baton's hooks, as the repository around `cwd` recorded them
 * for sessions in it. No path that a session names is looked at.
 */
export function addSwitches(timeline: Timeline, cwd: string, nameOf: NameOf): Timeline {
  const [root] = timeline.threads;
  const repository = findRepository(cwd);
  if (root === undefined || repository === undefined) return timeline;
  if (![repository, realpathSync(repository)].some((directory) => liesIn(timeline.cwd, directory))) return timeline;
  const place = mainCheckout(repository) ?? repository;
  const { startedAt, endedAt } = root;
  const waiting = [
    ...switchEvents(readSwitchFile(place), nameOf(join(place, switchFile)), {
      session: timeline.session,
      startedAt,
      endedAt,
    }),
  ];
  if (waiting.length === 0) return timeline;
  const events: TraceEvent[] = [];
  for (const event of timeline.events) {
    while (waiting[0] !== undefined && waiting[0].at <= event.at) events.push(...waiting.splice(0, 1));
    events.push(event);
  }
  return { ...timeline, events: [...events, ...waiting] };
}
