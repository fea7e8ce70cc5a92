import type { AuditReport } from "../../../src/audit/audit-report.ts";
import type { Thread } from "../../../src/trace/timeline.ts";
import type { TraceEvent } from "../../../src/trace/trace-event.ts";
import { breach, happened, moment, reportOn, rootFile, thread } from "../../helpers/audit-report.ts";

const agents: readonly (readonly [agent: string, from: number, to: number])[] = [
  ["requirement-analyzer", 20, 95],
  ["codebase-analyzer", 220, 410],
  ["technical-designer", 420, 770],
  ["code-verifier", 780, 850],
  ["document-reviewer", 860, 930],
  ["design-sync", 940, 965],
  ["acceptance-test-generator", 5_400, 5_520],
  ["work-planner", 5_530, 5_650],
  ["task-decomposer", 5_700, 5_760],
  ["task-executor", 5_800, 6_090],
  ["quality-fixer", 6_095, 6_180],
  ["task-executor", 6_200, 6_420],
  ["integration-test-reviewer", 6_425, 6_480],
  ["quality-fixer", 6_485, 6_540],
  ["code-verifier", 6_570, 6_690],
  ["security-reviewer", 6_572, 6_650],
];

/** A medium run with two stop points answered, one passed over, sixteen agents and a break of more than an hour. */
export function mediumRun(): AuditReport {
  const events: TraceEvent[] = [];
  const story: { event: number; words: string }[] = [];
  const threads: Thread[] = [thread("root", null, 0, 6_800, 412_350)];
  let line = 1;
  const add = (event: TraceEvent, words?: string): number => {
    const index = events.push(event) - 1;
    if (words !== undefined) story.push({ event: index, words });
    return index;
  };
  const request = "$recipe-implement Reject expired session tokens with a 401 and tell the client why.";
  add(
    happened("session_started", 0, line++, {
      source: "startup",
      cwd: "/home/ada/shop",
      codex: "0.169.0",
      model: "gpt-6.1-sol",
    }),
  );
  add(happened("person_message", 1, line++, { text: request }), `a person writes: ${request}`);
  add(happened("skill_invoked", 1, line++, { skill: "recipe-implement" }), "$recipe-implement is invoked");
  add(happened("turn_started", 2, line++, {}));
  const stops = new Map([
    ["requirement-analyzer", { stop: "requirements", after: 200, words: "go on, medium. No ADR." }],
    ["design-sync", { stop: "design-approval", after: 5_380, words: "looks good, go on" }],
  ]);
  const reached: AuditReport["stops"][number][] = [];
  let left = 0;
  for (const [number, [agent, from, to]] of agents.entries()) {
    const id = `t${number}`;
    threads.push(thread(id, agent, from, to, 9_000 + number * 4_321));
    const spawn = {
      call: `c${number}`,
      type: agent,
      name: null,
      prompt: `You are ${agent}.\n\nWork on tasks/${number}.md and answer with JSON alone.`,
      inherits: false,
      child: id,
      refused: null,
    };
    const at = add(happened("spawn", from, line++, spawn), `${agent} starts`);
    if (agent === "task-decomposer") left = at;
    for (const [step, command] of ["rg -n 'token' src", "npm test", "git diff --stat"].entries())
      add(
        happened("command", from + step + 2, step + 4, {
          thread: id,
          agent,
          command,
          cwd: null,
          exitCode: step === 1 ? 1 : 0,
          output: "ok",
          refused: null,
        }),
      );
    add(happened("wait", from + 1, line++, { targets: [id], timeoutMs: 10_000, timedOut: true, refused: null }));
    add(
      happened("answer", to, 30, {
        thread: id,
        agent,
        text: `{"status": "approved", "agent": "${agent}"}`,
        failed: null,
      }),
      `${agent} answers: approved, proceed`,
    );
    const stop = stops.get(agent);
    if (stop === undefined) continue;
    const end = add(
      happened("turn_ended", to + 5, line++, { message: `Please decide on ${stop.stop}.`, aborted: false }),
      `the turn ends: Please decide on ${stop.stop}.`,
    );
    add(happened("person_message", stop.after, line++, { text: stop.words }), `a person writes: ${stop.words}`);
    add(happened("turn_started", stop.after + 1, line++, {}));
    reached.push({
      stop: stop.stop,
      reachedAt: moment(to + 5),
      where: events[end]?.where ?? { file: rootFile, line: 1 },
      answered: { at: moment(stop.after), where: { file: rootFile, line: line - 2 }, words: stop.words },
    });
  }
  const commit = add(
    happened("command", 6_700, line++, {
      command: "git commit -am 'Reject expired tokens'",
      cwd: null,
      exitCode: 0,
      output: "[main 1b2c3d4] Reject expired tokens\n 4 files changed",
      refused: null,
    }),
    "a commit: git commit -am 'Reject expired tokens'",
  );
  add(
    happened("turn_ended", 6_790, line++, { message: "Done: expired tokens are answered with a 401.", aborted: false }),
    "the turn ends: Done: expired tokens are answered with a 401.",
  );
  const reachedAt = moment(5_655);
  reached.push({
    stop: "batch-approval",
    reachedAt,
    where: events[left]?.where ?? { file: rootFile, line: 1 },
    answered: null,
  });
  const breaches = [
    breach(
      events,
      left,
      "flow/stop-skipped",
      'task-decomposer started at stop point "batch-approval", which no person has passed; the flow allowed stop batch-approval',
      { hint: "end the turn at batch-approval and go on after the person has answered" },
    ),
    breach(events, 7, "team/short-wait", "a wait of 10 s, the shortest the tool allows, came to nothing", {}),
    breach(events, commit, "commit/foreign-files", 'the commit holds "notes.txt", which no task changed'),
  ].toSorted((one, other) => one.event - other.event);
  return reportOn(events, { timeline: { threads }, story, stops: reached, breaches, next: ["stop batch-approval"] });
}
