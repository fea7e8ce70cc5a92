import { askCodex } from "../codex/ask-codex.ts";
import { findOnPath } from "../codex/find-on-path.ts";
import { runBriefly } from "../codex/run-briefly.ts";
import { withShellPath } from "../codex/shell-path.ts";
import type { Disk } from "../install/disk.ts";
import type { Place } from "../install/place.ts";
import { expectedParts } from "./expected-parts.ts";
import type { CodexFacts, DoctorFacts, HooksSwitchedOff } from "./facts.ts";
import { hookStart } from "./hook-start.ts";
import { nodeFacts } from "./node-facts.ts";
import { otherAgents } from "./other-agents.ts";
import { otherInstall } from "./other-install.ts";
import { readInstall } from "./read-install.ts";
import { rulesProblems } from "./rules-problems.ts";
import { serverName } from "./server-name.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface DoctorInput {
  readonly version: string;
  readonly disk: Disk;
  readonly place: Place;
  /** Where the command runs. */
  readonly cwd: string;
  readonly env: Environment;
  /** How a person has switched Baton's hooks off here; undefined while they hold. */
  readonly switchedOff: HooksSwitchedOff | undefined;
  /** The Codex to ask; undefined when there is none. */
  readonly codex: string | undefined;
  /** How long Codex may take, for everything together. */
  readonly timeoutMs: number;
  /** Ends every program at once. */
  readonly stop: AbortSignal;
}

/** Gathers what the checks go by. Changes nothing. Every program it starts has ended when it returns or throws. */
export async function gatherFacts(input: DoctorInput): Promise<DoctorFacts> {
  const { version, disk, place, env, stop } = input;
  const around = surroundingsOf(place, input.cwd, env);
  const deadline = new AbortController();
  const late = new Error(`it did not answer within ${input.timeoutMs / 1000} s`);
  const timer = setTimeout(() => deadline.abort(late), input.timeoutMs);
  const signal = AbortSignal.any([stop, deadline.signal]);
  // Codex starts while the files are read.
  const asking = Promise.all([
    codexFacts(input, around, signal),
    nodeFacts(around.cwd, env, signal),
    hookStart(around, env, signal),
  ]);
  // Looked at below, unless reading the files fails first.
  asking.catch(() => undefined);
  try {
    const { manifest, files, problems } = await readInstall(disk, place, version, around);
    const none = { skills: [], agents: [], hooks: [], unwired: [], server: false };
    const parts = manifest === undefined ? none : expectedParts(manifest, place, around);
    const rules = manifest === undefined ? [] : await rulesProblems(around, env, files);
    const [codex, node, start] = await asking;
    return {
      version,
      place: around.place,
      node,
      git: findOnPath("git", withShellPath(env)),
      start,
      codex,
      switchedOff: input.switchedOff,
      manifest,
      otherInstall: await otherInstall(disk, place, version, around, env),
      problems: [...problems, ...rules],
      files,
      ...parts,
      otherAgents: otherAgents(parts.agents, around),
    };
  } finally {
    clearTimeout(timer);
    deadline.abort(late);
    await asking.catch(() => undefined);
  }
}

async function codexFacts(
  { codex: command, env }: DoctorInput,
  { cwd, codexHome }: Surroundings,
  signal: AbortSignal,
): Promise<CodexFacts> {
  if (command === undefined) return { state: "missing" };
  try {
    const answers = await askCodex({ command, cwd, env, codexHome, server: serverName, signal });
    return { state: "answered", path: command, answers };
  } catch (error) {
    const said = await runBriefly(command, ["--version"], { cwd, env, signal });
    const version = /\d+\.\d+\.\d+\S*/.exec(said ?? "")?.[0];
    return { state: "silent", path: command, version, why: error instanceof Error ? error.message : String(error) };
  }
}
