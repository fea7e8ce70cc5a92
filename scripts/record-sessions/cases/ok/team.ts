import { analysis, analyze, askScale, calls } from "../../../../test/e2e/plays/expiry/requirements.ts";
import {
  checkSmall,
  commitSmall,
  reportSmall,
  smallChange,
  smallPlanned,
} from "../../../../test/e2e/plays/expiry/small.ts";
import { call, start } from "../../../../test/e2e/plays/part.ts";
import { ends, interjection, person, play, terminal, turn } from "../../../../test/e2e/plays/play.ts";
import { close, shell, type TurnItem, tool, wait } from "../../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../../session-case.ts";
import { basics, commits } from "./shown.ts";

const slow = { ...analyze(analysis("medium")), does: [shell("sleep 13")] };
const patient = play(
  calls,
  start(slow),
  turn(wait({ once: true, timeoutMs: 10_000 })),
  turn(wait({ once: true, timeoutMs: 600_000 })),
  turn(close(slow.task)),
  askScale("medium"),
);
const waiting = ["team/left-running", "team/short-wait", "team/closed-running"] as const;

/** A small change, its conversation summed up between the code and its check. */
const compacted = play(
  smallPlanned,
  smallChange,
  ends("The change is written. Shall I have it checked?"),
  person("Where do we stand?", { args: ["-c", "model_auto_compact_token_limit=50"] }),
  ends("The test and the code are written; the quality check is next. Shall I go on?"),
  person("Yes."),
  call(checkSmall()),
  commitSmall,
  reportSmall,
);

/** The person calls the analysis off while it runs, and the orchestrator ends it. */
const redirected = (ending: TurnItem) =>
  play(
    calls,
    start({ ...analyze(analysis("medium")), does: [shell("sleep 25")] }),
    interjection("Stop, leave it for today.", 3_000),
    turn(wait({ once: true, timeoutMs: 10_000 })),
    turn(ending),
    ends("I stopped the analysis, as you wanted. Shall I take it up again tomorrow?"),
  );

/** An orchestrator that waits, and one whose hooks are on again. */
export const okTeamCases: readonly SessionCase[] = [
  {
    folder: "ok/patient-1",
    shows: [...basics, ...waiting],
    what: "A wait comes back empty, and the orchestrator waits again.",
    generation: 1,
    play: patient,
  },
  {
    folder: "ok/patient-2",
    shows: [...basics, ...waiting],
    what: "A wait comes back empty, and the orchestrator waits again.",
    generation: 2,
    play: patient,
  },
  {
    folder: "ok/compacted-1",
    shows: [...basics, ...commits],
    what: "Codex sums the conversation up while the change is not yet checked.",
    generation: 1,
    play: compacted,
  },
  {
    folder: "ok/compacted-2",
    shows: [...basics, ...commits],
    what: "Codex sums the conversation up while the change is not yet checked.",
    generation: 2,
    play: compacted,
  },
  {
    folder: "ok/redirected-1",
    shows: ["team/closed-running"],
    what: "A running agent is closed because the person called its work off.",
    generation: 1,
    play: redirected(close("analyze_requirements")),
  },
  {
    folder: "ok/redirected-2",
    shows: ["team/closed-running"],
    what: "A running agent is interrupted because the person called its work off.",
    generation: 2,
    play: redirected(tool("interrupt_agent", { target: "analyze_requirements" }, "collaboration")),
  },
  {
    folder: "ok/hooks-on-1",
    shows: ["hooks/off"],
    what: "The hooks were off for a while, and are on again before the session begins.",
    generation: 1,
    play: play(
      terminal("hook", "off", "--as", "Kim"),
      terminal("hook", "on", "--as", "Kim"),
      calls,
      call(analyze(analysis("medium"))),
      askScale("medium"),
    ),
  },
];
