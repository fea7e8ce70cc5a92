import { applyPatch } from "../../../test/e2e/plays/apply-patch.ts";
import { brief } from "../../../test/e2e/plays/brief.ts";
import { analyzeCode } from "../../../test/e2e/plays/expiry/design.ts";
import { analysis, analyze, askScale, calls, requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { paths } from "../../../test/e2e/plays/expiry/words.ts";
import { call, enter, type Part, start } from "../../../test/e2e/plays/part.ts";
import { ends, play, turn } from "../../../test/e2e/plays/play.ts";
import { writeFile } from "../../../test/e2e/plays/write-file.ts";
import { close, shell, spawn, tool, wait } from "../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../session-case.ts";

const analyzed = analyze(analysis("medium"));
/** An agent at work while the orchestrator does something else. */
const working = (part: Part, seconds: number): Part => ({ ...part, does: [shell(`sleep ${seconds}`)] });
const aMoment = turn(shell("sleep 1"));

const explore: Part = {
  agent: "explorer",
  task: "explore",
  prompt: brief("List the callers of verify."),
  answer: "verify has none.",
};
const exploring = [
  spawn({ agent: "explorer", taskName: explore.task, message: explore.prompt }),
  wait({ tasks: [explore.task] }),
];

/** How the orchestrator and its subagents treat one another. */
export const teamCases: readonly SessionCase[] = [
  {
    folder: "team/closed-running/bad-1",
    breaks: "team/closed-running",
    what: "An agent that has not answered is closed.",
    generation: 1,
    play: play(
      calls,
      start(working(analyzed, 25)),
      aMoment,
      turn(close(analyzed.task)),
      ends("The analysis took too long, so I ended it. Shall I start it again?"),
    ),
  },
  {
    folder: "team/closed-running/bad-2",
    breaks: "team/closed-running",
    what: "An agent is interrupted after one empty wait.",
    generation: 2,
    play: play(
      requirements("medium"),
      start(working(analyzeCode(), 25)),
      turn(wait({ once: true, timeoutMs: 10_000 })),
      turn(tool("interrupt_agent", { target: "analyze_code" }, "collaboration")),
      ends("The analysis of the code took too long, so I interrupted it. Shall I start it again?"),
    ),
  },
  {
    folder: "team/left-running/bad-1",
    breaks: "team/left-running",
    what: "The turn ends right after the spawn.",
    generation: 1,
    play: play(
      calls,
      start(working(analyzed, 25)),
      aMoment,
      ends("The analysis is under way; I will report when it is done."),
    ),
  },
  {
    folder: "team/left-running/bad-2",
    breaks: "team/left-running",
    what: "The turn ends after one empty wait.",
    generation: 2,
    play: play(
      requirements("medium"),
      start(working(analyzeCode(), 25)),
      turn(wait({ once: true, timeoutMs: 10_000 })),
      ends("The analysis of the code is taking long. I will come back to it."),
    ),
  },
  {
    folder: "team/nested-spawn/bad-1",
    breaks: "team/nested-spawn",
    what: "A subagent spawns one of its own, in a project that lets it.",
    generation: 1,
    tables: "[agents]\nmax_depth = 2",
    play: play(
      requirements("medium"),
      enter(explore),
      call({ ...analyzeCode(), does: exploring }),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "team/nested-spawn/bad-2",
    breaks: "team/nested-spawn",
    what: "A subagent sends another a message.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({
        ...analyzeCode(),
        does: [
          tool(
            "send_message",
            { target: "/root/analyze_requirements", message: "Is src/clock.js really affected?" },
            "collaboration",
          ),
        ],
      }),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "team/nested-spawn/bad-3",
    breaks: "team/nested-spawn",
    what: "A subagent spawns one of its own.",
    generation: 2,
    play: play(calls, enter(explore), call({ ...analyzed, does: exploring }), askScale("medium")),
  },
  {
    folder: "team/inherited-conversation/bad-1",
    breaks: "team/inherited-conversation",
    what: "An agent is handed the whole conversation in so many words.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({ ...analyzeCode(), withHistory: true }),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "team/inherited-conversation/bad-2",
    breaks: "team/inherited-conversation",
    what: "Nothing is said about the conversation, so Codex hands it over.",
    generation: 2,
    play: play(calls, call({ ...analyzed, withHistory: "unsaid" }), askScale("medium")),
  },
  {
    folder: "team/write-forbidden/bad-1",
    breaks: "team/write-forbidden",
    what: "requirement-analyzer leaves a file, written by the shell.",
    generation: 1,
    play: play(
      calls,
      call({ ...analyzed, does: [writeFile("docs/analysis.md", "Three files change.")] }),
      askScale("medium"),
    ),
  },
  {
    folder: "team/write-forbidden/bad-2",
    breaks: "team/write-forbidden",
    what: "codebase-analyzer patches the code it analyzes.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({
        ...analyzeCode(),
        does: [
          applyPatch(
            `*** Update File: ${paths.code}`,
            "@@",
            "+// Reads no clock",
            " export function verify(token, now) {",
          ),
        ],
      }),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "team/short-wait/bad-1",
    breaks: "team/short-wait",
    what: "A wait of a second.",
    generation: 1,
    play: play(
      calls,
      start(working(analyzed, 2)),
      turn(wait({ once: true, timeoutMs: 1_000 })),
      turn(close(analyzed.task)),
      askScale("medium"),
    ),
  },
  {
    folder: "team/short-wait/bad-2",
    breaks: "team/short-wait",
    what: "Waits of five seconds, one after another.",
    generation: 2,
    play: play(
      requirements("medium"),
      start(working(analyzeCode(), 12)),
      turn(wait({ once: true, timeoutMs: 5_000 })),
      turn(wait({ once: true, timeoutMs: 5_000 })),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
];
