import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hookNode } from "../../src/install/config/wanted.ts";
import { loadShipped } from "../../src/pack/shipped.ts";
import { readTimeline } from "../../src/trace/read-timeline.ts";
import { atMost, type Line } from "./bar.ts";
import { type Contender, timeProcesses } from "./compare.ts";

const sessionBytes = 50_000_000;
const rounds = 40;

/**
 * Whole hook events against an empty program, in a repository that Baton is installed in, each in a session with 50 MB of
 * history behind it: one that no recipe governs, and one whose recipe was invoked, whose first agent works and answers, and
 * which a person sends on. The events that change the run find it each time as it was before them. Then what they come to
 * on average in a medium run.
 */
export async function benchHooks(program: string, project: string): Promise<Line[]> {
  repository(project, program);
  const transcript = join(project, "session.jsonl");
  writeFileSync(transcript, `${"x".repeat(999)}\n`.repeat(sessionBytes / 1_000));
  const payload = (session: string, event: string, fields: object): string =>
    JSON.stringify({
      session_id: session,
      turn_id: "01a1fbd2-0000-7000-8000-000000000009",
      transcript_path: transcript,
      cwd: project,
      hook_event_name: event,
      model: "gpt-6.1-sol",
      permission_mode: "bypassPermissions",
      ...fields,
    });
  const run = (session: string, event: string, fields: object): Omit<Contender, "name"> => ({
    command: process.execPath,
    args: [...hookNode.split(" ").slice(1), join(project, ".baton/bin/hook.mjs"), event],
    cwd: project,
    input: payload(session, event, fields),
  });
  const baton = join(project, ".baton");
  const changing: Contender[] = [];
  const played = await play();
  const goOn = ({ event, fields, is }: Played): void => {
    const before = join(project, `before-${changing.length}`);
    copyState(baton, before);
    changing.push({ ...run(governed, event, fields), name: is, prepare: () => putBack(before, baton, project) });
    accept(run(governed, event, fields), event);
  };
  played.forEach(goOn);
  const unchanging = [
    { ...run(free, "PreToolUse", command), name: ungoverned },
    { ...run(governed, "PreToolUse", command), name: "before a command" },
    { ...run(governed, "PostToolUse", { ...command, tool_response: "clean" }), name: "after a command" },
    { ...run(governed, "SessionStart", { source: "resume" }), name: "at resume" },
  ];
  const still = ratios(unchanging);
  goOn({ event: "UserPromptSubmit", fields: { prompt: "Yes, go on." }, is: "at a person's words" });
  const all = new Map([...still, ...ratios(changing)]);
  return [...[...all].map(([name, { ratio, detail }]) => line(name, ratio, detail)), average(all, await mediumRun())];
}

interface Ratio {
  readonly ratio: number;
  readonly detail: string;
}

function ratios(contenders: readonly Contender[]): Map<string, Ratio> {
  const times = timeProcesses([{ name: "floor", command: process.execPath, args: ["-e", "0"] }, ...contenders], rounds);
  const floor = times.get("floor") ?? 1;
  const found = contenders.map(({ name }) => {
    const ms = times.get(name) ?? 0;
    const detail = `${ms.toFixed(1)} ms against node -e 0 ${floor.toFixed(1)} ms`;
    return [name, { ratio: ms / floor, detail }] as const;
  });
  return new Map(found);
}

function line(name: string, ratio: number, detail: string): Line {
  return atMost(`hook event ${name} / node -e 0`, ratio, name === ungoverned ? 1.2 : 1.5, detail);
}

function average(all: ReadonlyMap<string, Ratio>, counts: ReadonlyMap<string, number>): Line {
  const events = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sum = [...counts].reduce((total, [name, count]) => total + count * (all.get(name)?.ratio ?? Number.NaN), 0);
  return line(
    "of a medium run, on average",
    sum / events,
    `${events} events, counted from a session of the real Codex`,
  );
}

/** How many hook events of each kind a medium run came to that was recorded with the real Codex. */
async function mediumRun(): Promise<ReadonlyMap<string, number>> {
  const directory = join(import.meta.dirname, "../../test/corpus/audit/ok/medium-1");
  const [root = ""] = readdirSync(directory).filter((name) => name.endsWith(".jsonl"));
  const counts = new Map<string, number>();
  const count = (name: string, times: number): unknown => counts.set(name, (counts.get(name) ?? 0) + times);
  for (const { kind } of (await readTimeline(join(directory, root))).events)
    for (const name of hookEventsAt[kind] ?? []) count(name, 1);
  count("that opens a run", 1);
  count("at a person's words", -1);
  return counts;
}

const aroundACommand = ["before a command", "after a command"];

/** What an event of a session comes to in hook events. */
const hookEventsAt: Readonly<Record<string, readonly string[]>> = {
  person_message: ["at a person's words"],
  spawn: ["before a spawn", "at a subagent's start", "after a spawn"],
  answer: ["at a subagent's answer"],
  turn_ended: ["at a turn's end"],
  command: aroundACommand,
  files_changed: aroundACommand,
  wait: aroundACommand,
  close: aroundACommand,
  agent_addressed: aroundACommand,
};

/** A repository with everything in it committed, as somebody has it who works with Baton. */
function repository(project: string, program: string): void {
  mkdirSync(project, { recursive: true });
  const must = (command: string, ...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(command, args, { cwd: project, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  };
  must("git", "init", "--quiet");
  must(process.execPath, program, "install", "--yes");
  must("git", "add", "--all");
  must("git", "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "--message", "install");
}

/** All that hooks write. */
const state = ["runs.db", "runs.db-shm", "runs.db-wal", "sessions"];

function copyState(from: string, to: string): void {
  for (const name of state) {
    rmSync(join(to, name), { recursive: true, force: true });
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

/** Puts the project's runs back to how they were, with nothing of that left for the disk to do. */
function putBack(before: string, baton: string, project: string): string {
  copyState(before, baton);
  spawnSync("sync", ["-f", baton]);
  return project;
}

const ungoverned = "that no recipe governs";
const [governed, free] = ["01a1fbd2-0000-7000-8000-000000000001", "01a1fbd2-0000-7000-8000-000000000002"];

const command = { tool_name: "Bash", tool_input: { command: "git status --short" }, tool_use_id: "call_9" };
const agent = { agent_id: "01a1fbd2-0000-7000-8000-000000000003", agent_type: "requirement-analyzer" };

interface Played {
  readonly event: string;
  readonly fields: object;
  /** What it is called in the report. */
  readonly is: string;
}

/** What Codex's hooks report while a recipe is invoked and its first agent answers. */
async function play(): Promise<readonly Played[]> {
  const shipped = await (await loadShipped()).schemaOf("requirement-analyzer");
  const { examples } = (shipped?.schema ?? { examples: [] }) as { examples: readonly object[] };
  const answer = { ...examples[0], confidence: "confirmed", scopeDependencies: [], questions: [] };
  const call = {
    tool_name: "spawn_agent",
    tool_input: { agent_type: agent.agent_type, message: "Analyze the request.", fork_context: false },
    tool_use_id: "call_1",
  };
  const answered = { ...agent, last_assistant_message: JSON.stringify(answer), stop_hook_active: false };
  const prompt = "$recipe-implement Reject expired session tokens with a 401.";
  return [
    { event: "UserPromptSubmit", fields: { prompt }, is: "that opens a run" },
    { event: "PreToolUse", fields: call, is: "before a spawn" },
    { event: "SubagentStart", fields: agent, is: "at a subagent's start" },
    {
      event: "PostToolUse",
      fields: { ...call, tool_response: { agent_id: agent.agent_id, nickname: "Otter" } },
      is: "after a spawn",
    },
    { event: "PreToolUse", fields: { ...command, ...agent }, is: "before a subagent's command" },
    {
      event: "SubagentStop",
      fields: { ...answered, agent_transcript_path: null },
      is: "at a subagent's answer",
    },
    {
      event: "Stop",
      fields: { last_assistant_message: "Is this it?", stop_hook_active: false },
      is: "at a turn's end",
    },
  ];
}

function accept({ command, args, cwd, input }: Omit<Contender, "name">, event: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: "utf8" });
  if (status !== 0 || stderr !== "" || /"(deny|block)"/.test(stdout))
    throw new Error(`the hook at ${event} does not let the session go on: ${stdout}${stderr}`);
}
