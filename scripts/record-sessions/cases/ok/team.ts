import { analysis, analyze, askScale, calls } from "../../../../test/e2e/plays/expiry/requirements.ts";
import { call, start } from "../../../../test/e2e/plays/part.ts";
import { play, terminal, turn } from "../../../../test/e2e/plays/play.ts";
import { close, shell, wait } from "../../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../../session-case.ts";
import { basics } from "./shown.ts";

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
