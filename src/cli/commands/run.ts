import type { CommandGroup } from "../define-command.ts";

/** Everything a person or a script does with durable runs. */
const group: CommandGroup = {
  verbs: {
    open: { summary: "open a run with its steps", load: () => import("./run/open.ts") },
    update: { summary: "report progress of a run or a step", load: () => import("./run/update.ts") },
    resume: { summary: "say what to do next", load: () => import("./run/resume.ts") },
    replay: { summary: "show what happened, newest first", load: () => import("./run/replay.ts") },
    handoff: { summary: "hand a run over to another owner", load: () => import("./run/handoff.ts") },
    get: { summary: "show all that is stored of a run", load: () => import("./run/get.ts") },
    list: { summary: "list the runs of this repository", load: () => import("./run/list.ts") },
    approve: { summary: "approve what a step waits for (a person's command)", load: () => import("./run/approve.ts") },
    reject: { summary: "reject what a step waits for (a person's command)", load: () => import("./run/reject.ts") },
    pause: { summary: "pause a run: no step moves until it continues", load: () => import("./run/pause.ts") },
    continue: { summary: "go on with a paused or blocked run", load: () => import("./run/continue.ts") },
    stop: { summary: "end a run before it is complete, for good", load: () => import("./run/stop.ts") },
    retry: { summary: "let what failed be tried again, now", load: () => import("./run/retry.ts") },
    export: {
      summary: "write runs with their histories, one JSON line each event",
      load: () => import("./run/export.ts"),
    },
    import: { summary: "take over runs that were exported", load: () => import("./run/import.ts") },
    prune: { summary: "delete runs that ended long ago", load: () => import("./run/prune.ts") },
    verify: { summary: "prove that nothing but Baton changed the runs", load: () => import("./run/verify.ts") },
  },
};

export default group;
