import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { answerHook } from "../../../src/hooks/answer-hook.ts";
import { baton } from "../../helpers/fake-io.ts";
import { SessionFolder } from "./session-folder.ts";

/** A repository of a test's own, in which Codex sessions are played by their hook payloads. */
export class HookedRepository {
  readonly root: string;
  env: Record<string, string> = { HOME: "/nowhere", CODEX_HOME: "/nowhere" };
  nowMs = Date.now();
  #sessions = 0;
  #commits = 0;

  constructor() {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), "baton-hooks-")));
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    this.write(".git/HEAD", "ref: refs/heads/main\n");
    this.commit();
  }

  /** A new session of Codex, or the one of a generation whose agents are named by task; one that writes no files. */
  session(generation: 1 | 2 = 1): CodexSession {
    return new CodexSession(this, this.#nextSession(), generation);
  }

  /** A new session of Codex that writes its files. */
  writingSession(generation: 1 | 2 = 1): CodexSession & { readonly folder: SessionFolder } {
    const folder = new SessionFolder();
    return Object.assign(new CodexSession(this, this.#nextSession(), generation, folder), { folder });
  }

  #nextSession(): string {
    this.#sessions++;
    return `01a1fbfc-9141-7fc3-b7ad-${String(this.#sessions).padStart(12, "0")}`;
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Moves the branch on, as a commit does; the new commit. */
  commit(): string {
    this.#commits++;
    const hash = String(this.#commits).padStart(40, "a");
    this.write(".git/refs/heads/main", `${hash}\n`);
    return hash;
  }

  /** `baton run …` with `--json`; what it printed. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
  async run(...words: string[]): Promise<any> {
    return JSON.parse((await baton(["run", ...words, "--json"], { cwd: this.root, env: { USER: "ann" } })).out);
  }

  /** The status of each step that is not skipped or pending, by its key. */
  async steps(runId: string): Promise<Record<string, string>> {
    const { steps } = await this.run("get", runId);
    const touched = steps.filter(({ status }: { status: string }) => status !== "skipped" && status !== "pending");
    return Object.fromEntries(touched.map(({ key, status }: { key: string; status: string }) => [key, status]));
  }
}

interface Subagent {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** What Codex does when a hook answers. */
// biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
export type Answered = any;

/** One session of Codex as its hooks see it: each doing is the payloads Codex 0.169 sends for it, in its order. */
export class CodexSession {
  readonly repository: HookedRepository;
  readonly id: string;
  readonly folder: SessionFolder | undefined;
  readonly #generation: 1 | 2;
  #calls = 0;
  #turns = 0;

  constructor(repository: HookedRepository, id: string, generation: 1 | 2, folder?: SessionFolder) {
    this.repository = repository;
    this.id = id;
    this.#generation = generation;
    this.folder = folder;
  }

  /** Sends one payload; what the hook printed, read. Undefined when it said nothing. */
  async hook(event: string, fields: object = {}): Promise<Answered> {
    const text = await this.bytes(event, JSON.stringify({ ...this.#common(event), ...fields }));
    return text === "" ? undefined : JSON.parse(text);
  }

  /** Sends a text as a payload; the bytes the hook printed. */
  async bytes(event: string, stdin: string): Promise<string> {
    const { repository } = this;
    repository.nowMs += 10;
    const now = (): string => new Date(repository.nowMs).toISOString();
    return answerHook(event, stdin, { cwd: repository.root, env: repository.env, now });
  }

  #common(event: string): object {
    return {
      session_id: this.id,
      transcript_path: this.folder?.fileOf(this.id) ?? null,
      cwd: this.repository.root,
      hook_event_name: event,
      ...(event !== "SessionStart" && { turn_id: `turn_${this.#turns}` }),
      model: "mock-model",
      permission_mode: "bypassPermissions",
    };
  }

  /** A person writes. */
  async person(prompt: string): Promise<Answered> {
    this.#turns++;
    return this.hook("UserPromptSubmit", { prompt });
  }

  async start(source: string): Promise<Answered> {
    return this.hook("SessionStart", { source });
  }

  /** The root's turn ends. */
  async stop(message: string, sentOn = false): Promise<Answered> {
    return this.hook("Stop", { last_assistant_message: message, stop_hook_active: sentOn });
  }

  /** A tool is called; undefined when the hook let it pass, else the hook's answer. */
  async call(tool: string, input: object, output: unknown, within: Partial<Subagent> = {}): Promise<Answered> {
    const inside = within.id === undefined ? {} : { agent_id: within.id, agent_type: within.type };
    const fields = { ...inside, tool_name: tool, tool_input: input, tool_use_id: this.#nextCall() };
    const answer = await this.hook("PreToolUse", fields);
    if (answer?.hookSpecificOutput?.permissionDecision === "deny") return answer;
    const response = typeof output === "function" ? output() : output;
    await this.hook("PostToolUse", { ...fields, tool_response: response });
    this.#output(fields.tool_use_id, String(response));
    return answer;
  }

  /** Writes a line of a thread's file, where the session has files. */
  write(thread: string, type: string, payload: object): void {
    const { folder, repository } = this;
    folder?.append(folder.fileOf(thread), { atMs: repository.nowMs, type, payload });
  }

  /** What a tool answered, as the model reads it: behind every hook of the call, before the next call. */
  #output(call: string, output: string): void {
    this.write(this.id, "response_item", { type: "function_call_output", id: "fco_1", call_id: call, output });
  }

  #nextCall(): string {
    this.#calls++;
    return `call_${String(this.#calls).padStart(4, "0")}`;
  }

  /** A shell command runs and prints what is given. */
  async shell(
    command: string,
    output: string | (() => string) = "",
    within: Partial<Subagent> = {},
  ): Promise<Answered> {
    return this.call("Bash", { command }, output, within);
  }

  /** A shell command really runs. */
  async runs(command: string, within: Partial<Subagent> = {}): Promise<Answered> {
    const { root } = this.repository;
    return this.shell(command, () => execFileSync("sh", ["-c", command], { cwd: root, encoding: "utf8" }), within);
  }

  async patch(path: string, within: Partial<Subagent> = {}): Promise<Answered> {
    const command = `*** Begin Patch\n*** Add File: ${path}\n+text\n*** End Patch\n`;
    return this.call("apply_patch", { command }, "Success. Updated the following files:", within);
  }

  /** A commit is made. */
  async commit(message: string): Promise<Answered> {
    return this.shell(`git add -A && git commit -qm "${message}"`, () => {
      this.repository.commit();
      return "";
    });
  }

  /** Spawns a subagent: the call, its start, the call's end. The denial, when it is denied. */
  async spawn(
    type: string,
    message = "Do it.",
    options: { readonly inherits?: boolean } = {},
  ): Promise<Subagent & { denied?: string; given?: string }> {
    const { agent, fields, denied } = await this.#proposed(type, message, options.inherits ?? false);
    if (denied !== undefined) return { ...agent, denied };
    const started = await this.hook("SubagentStart", { agent_id: agent.id, agent_type: type });
    const output =
      this.#generation === 1 ? { agent_id: agent.id, nickname: "Otter" } : { task_name: `/root/${agent.name}` };
    await this.hook("PostToolUse", { ...fields, tool_response: JSON.stringify(output) });
    this.#output(fields.tool_use_id, JSON.stringify(output));
    this.write(agent.id, "event_msg", { type: "task_started" });
    const given = started?.hookSpecificOutput?.additionalContext;
    return { ...agent, ...(given !== undefined && { given }) };
  }

  /**
   * Spawns a subagent that Codex itself refuses, which it tells the model alone; null for a turn that was cut off there.
   * The denial, when it is denied.
   */
  async refused(type: string, why: string | null): Promise<string | undefined> {
    const { fields, denied } = await this.#proposed(type, "Do it.", false);
    const output = denied ?? why;
    if (output !== null) this.#output(fields.tool_use_id, output);
    return denied;
  }

  async #proposed(type: string, message: string, inherits: boolean) {
    const call = this.#nextCall();
    const id = `01a1fbfc-9397-7300-a030-${this.id.slice(-4)}${call.slice(-4).padStart(8, "0")}`;
    const agent: Subagent = { id, type, name: `task_${this.#calls}` };
    const first = this.#generation === 1;
    const fields = {
      tool_name: first ? "spawn_agent" : "collaborationspawn_agent",
      tool_input: first
        ? { agent_type: type, message, fork_context: inherits }
        : { agent_type: type, message, task_name: agent.name, fork_turns: inherits ? "all" : "none" },
      tool_use_id: call,
    };
    const answer = await this.hook("PreToolUse", fields);
    return { agent, fields, denied: answer?.hookSpecificOutput?.permissionDecisionReason as string | undefined };
  }

  /** A subagent's turn fails: no hook is called for that, its file alone tells. */
  fails(agent: Subagent, message: string): void {
    this.repository.nowMs += 10;
    this.write(agent.id, "event_msg", { type: "task_complete", last_agent_message: null, error: { message } });
  }

  /** The root waits and is told of a subagent's end; the second generation is told only that there was one. */
  async wait(agent: Subagent, status: object | string): Promise<Answered> {
    if (this.#generation === 1) {
      const output = JSON.stringify({ status: { [agent.id]: status }, timed_out: false });
      return this.call("multi_agent_v1wait_agent", { targets: [agent.id] }, output);
    }
    const output = JSON.stringify({ message: "Wait completed.", timed_out: false });
    return this.call("collaborationwait_agent", {}, output);
  }

  /** The root closes a subagent (first generation) or interrupts it (second); the denial, when it is denied. */
  async close(agent: Subagent, previous: object | string): Promise<string | undefined> {
    const first = this.#generation === 1;
    const tool = first ? "multi_agent_v1close_agent" : "collaborationinterrupt_agent";
    const output = JSON.stringify({ previous_status: previous });
    const answer = await this.call(tool, { target: first ? agent.id : agent.name }, output);
    return answer?.hookSpecificOutput?.permissionDecisionReason;
  }

  /** A subagent ends its turn; what the hook answered. */
  async answer(agent: Subagent, message: object | string | null, sentOn = false): Promise<Answered> {
    return this.hook("SubagentStop", {
      agent_id: agent.id,
      agent_type: agent.type,
      agent_transcript_path: null,
      stop_hook_active: sentOn,
      last_assistant_message: typeof message === "object" && message !== null ? JSON.stringify(message) : message,
    });
  }

  /** Spawns a subagent that answers so. */
  async step(
    type: string,
    answer: object | string,
    message?: string,
  ): Promise<Subagent & { denied?: string; given?: string }> {
    const agent = await this.spawn(type, message);
    if (agent.denied !== undefined) throw new Error(agent.denied);
    const said = await this.answer(agent, answer);
    if (said !== undefined) throw new Error(JSON.stringify(said));
    return agent;
  }
}
