import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { answerText } from "../../../test/audit/support/story.ts";

const session = "01a1fbd0-0090-7372-b769-512e1c9f92c0";
const turnId = "01a1fbd0-00af-7013-9b90-15feba9d98a7";
const passed = { turn_id: turnId, create_time: 1795226075.37 };

/**
 * Writes a session file of at least `bytes` bytes with the lines of a long working day, as Codex 0.169 writes them: mostly
 * what commands printed (told twice) and reasoning, in between turns, subagents, patches and compactions.
 */
export function growSession(directory: string, bytes: number): string {
  const file = join(directory, `rollout-2026-11-21T01-54-35-${session}.jsonl`);
  const descriptor = openSync(file, "w");
  let written = 0;
  let ordinal = 0;
  let pending: string[] = [];
  const line = (type: string, payload: object): void => {
    const at = new Date(1_795_226_075_000 + ordinal * 40).toISOString();
    pending.push(
      `{"timestamp":"${at}","ordinal":${ordinal++},"type":"${type}","payload":${JSON.stringify(payload)}}\n`,
    );
  };
  line("session_meta", {
    account_scoped: true,
    session_id: session,
    id: session,
    timestamp: "2026-11-21T01:54:35.295Z",
    cwd: "/work/project",
    cli_version: "0.169.0",
    source: "exec",
    base_instructions: { text: prose(20_000, 1) },
    history_mode: "paginated",
  });
  invocation(line);
  let round = 0;
  for (let step = 1; written < bytes; step++) {
    if (step % 45 === 0) {
      const type = opening[round] ?? building[(round - opening.length) % building.length] ?? "";
      subagent(line, step, type);
      if (stops.has(type)) turn(line, step);
      if (type === "task-decomposer") command(line, step, "git add docs && git commit -qm 'Plan'");
      if (type === "quality-fixer")
        command(line, step, `git add src/part-${step - 45}.ts && git commit -qm 'Build part ${step - 45}'`);
      round++;
    } else if (step % 9 === 0 && round > opening.length) patch(line, step);
    else command(line, step);
    if (step % 150 === 149) line("compacted", { message: prose(2_000, step), replacement_history: history(step) });
    written += writeSync(descriptor, pending.join(""));
    pending = [];
  }
  closeSync(descriptor);
  return file;
}

/** The medium flow of $recipe-implement: what comes once, and what comes again for every task. */
const opening = (
  "requirement-analyzer codebase-analyzer technical-designer code-verifier document-reviewer design-sync " +
  "acceptance-test-generator work-planner task-decomposer"
).split(" ");
const building = ["task-executor", "quality-fixer"];
/** The agents after which a person is asked. */
const stops = new Set(["requirement-analyzer", "design-sync", "work-planner"]);

type Write = (type: string, payload: object) => void;

function turn(line: Write, step: number): void {
  line("event_msg", { type: "task_complete", turn_id: turnId, last_agent_message: `${prose(900, step)} May I go on?` });
  line("event_msg", {
    type: "task_started",
    turn_attribution: { turn_id: turnId, turn_trigger: "exec" },
    turn_id: turnId,
  });
  line("turn_context", { turn_id: turnId, cwd: "/work/project", model: "gpt-6.1-sol", multi_agent_version: "v2" });
  message(line, `msg_${step}`, "Yes, go on.");
  line("world_state", { full: true, state: { host_skills: { body: prose(6_000, step) } } });
}

/** What Codex writes when a person invokes the recipe: from here on the session is held to its flow. */
function invocation(line: Write): void {
  message(line, "msg_recipe", "$recipe-implement Refuse expired session tokens.");
  const text =
    "<skill>\n<name>recipe-implement</name>\n<path>/work/project/.agents/skills/recipe-implement/SKILL.md</path>\n</skill>";
  const internal_chat_message_metadata_passthrough = {
    ...passed,
    content_item_kinds: ["skills.selected_skill_instructions"],
    content_item_metadata: [{ provenance: { type: "skills" } }],
  };
  const content = [{ type: "input_text", text }];
  line("response_item", { type: "message", role: "user", content, internal_chat_message_metadata_passthrough });
}

function message(line: Write, id: string, text: string): void {
  const said = { content_item_kinds: ["user.text"], content_item_metadata: [{ provenance: { type: "user" } }] };
  const content = [{ type: "input_text", text }];
  const internal_chat_message_metadata_passthrough = { ...passed, ...said };
  line("response_item", { type: "message", id, role: "user", content, internal_chat_message_metadata_passthrough });
}

function command(line: Write, step: number, cmd = `npm test -- --run test/part-${step}.test.ts`): void {
  const call = `call_${step}`;
  const printed = prose([400, 3_000, 9_000, 30_000, 90_000][step % 5] ?? 0, step);
  thought(line, step);
  line("response_item", called("exec_command", { cmd }, call));
  tokens(line, step);
  completed(line, {
    type: "CommandExecution",
    id: call,
    process_id: "65303",
    command: ["/bin/bash", "-lc", cmd],
    cwd: "file:///work/project",
    parsed_cmd: [{ type: "unknown", cmd }],
    source: "unified_exec_startup",
    status: "completed",
    aggregated_output: printed,
    exit_code: 0,
    duration: { secs: 1, nanos: 8893 },
  });
  const output = `Chunk ID: 1d453c\nWall time: 1.0000 seconds\nProcess exited with code 0\nOutput:\n${printed.slice(0, 40_000)}`;
  line("response_item", answered(call, output));
}

function patch(line: Write, step: number): void {
  const call = `call_${step}`;
  const path = `/work/project/src/part-${step}.ts`;
  thought(line, step);
  line("response_item", {
    type: "custom_tool_call",
    id: `ctc_${step}`,
    status: "completed",
    call_id: call,
    name: "apply_patch",
    input: prose(4_000, step),
  });
  const changes = { [path]: { type: "update", unified_diff: prose(4_000, step), move_path: null } };
  completed(line, { type: "FileChange", id: call, changes, status: "completed", stdout: "Success.", stderr: "" });
  line("response_item", { type: "custom_tool_call_output", id: `ctco_${step}`, call_id: call, output: "Exit code: 0" });
  tokens(line, step);
}

function subagent(line: Write, step: number, type: string): void {
  const [call, wait] = [`call_${step}`, `wait_${step}`];
  const args = {
    task_name: `task_${step}`,
    agent_type: type,
    message: prose(2_000, step),
    fork_turns: "none",
  };
  thought(line, step);
  line("response_item", called("spawn_agent", args, call, "collaboration"));
  completed(line, {
    type: "SubAgentActivity",
    id: call,
    kind: "started",
    agent_thread_id: `thread-${step}`,
    agent_path: `/root/task_${step}`,
  });
  line("response_item", answered(call, `{"task_name":"/root/task_${step}"}`));
  line("response_item", called("wait_agent", { timeout_ms: 60_000 }, wait, "collaboration"));
  line("response_item", answered(wait, '{"message":"Wait completed.","timed_out":false}'));
  const text = `Message Type: FINAL_ANSWER\nTask name: /root\nSender: /root/task_${step}\nPayload:\n${answerOf(type, step)}`;
  line("response_item", {
    type: "agent_message",
    id: `amsg_${step}`,
    author: `/root/task_${step}`,
    recipient: "/root",
    content: [{ type: "input_text", text }],
  });
  tokens(line, step);
}

/** An answer that fits and proceeds; the long plan has many tasks. */
function answerOf(type: string, step: number): string {
  if (type === "task-decomposer")
    return answerText(type, {
      paths: Array.from({ length: 60 }, (_, at) => `docs/plans/tasks/session-expiry-task-${at}.md`),
    });
  if (type === "task-executor")
    return answerText(type, { filesModified: [`src/part-${step}.ts`], requiresTestReview: false });
  return answerText(type);
}

function thought(line: Write, step: number): void {
  const summary = [{ type: "summary_text", text: prose(500, step) }];
  line("response_item", {
    type: "reasoning",
    id: `rs_${step}`,
    summary,
    content: null,
    encrypted_content: secret(6_000, step),
  });
}

function tokens(line: Write, step: number): void {
  const use = {
    input_tokens: step * 100,
    cached_input_tokens: 0,
    output_tokens: step * 10,
    reasoning_output_tokens: 0,
    total_tokens: step * 110,
  };
  line("token_usage_record", {
    thread_id: session,
    turn_id: turnId,
    usage: use,
    turn_token_usage: use,
    thread_token_usage: use,
  });
  line("event_msg", {
    type: "token_count",
    info: { total_token_usage: use, last_token_usage: use, model_context_window: 258_400 },
  });
}

function called(name: string, args: object, call_id: string, namespace?: string): object {
  const space = namespace === undefined ? {} : { namespace };
  return {
    type: "function_call",
    status: "completed",
    id: `fc_${call_id}`,
    name,
    ...space,
    arguments: JSON.stringify(args),
    call_id,
  };
}

function answered(call_id: string, output: string): object {
  return {
    type: "function_call_output",
    id: `fco_${call_id}`,
    call_id,
    output,
    internal_chat_message_metadata_passthrough: passed,
  };
}

function completed(line: Write, item: object): void {
  line("event_msg", {
    type: "item_completed",
    thread_id: session,
    turn_id: turnId,
    item,
    started_at_ms: 1,
    completed_at_ms: 2,
  });
}

function history(step: number): object[] {
  return Array.from({ length: 12 }, (_, at) => ({
    type: "message",
    role: "user",
    content: [{ type: "input_text", text: prose(8_000, step + at) }],
  }));
}

const sentences = [
  "✓ test/session-expiry.test.ts > rejects an expired token with a 401 (12 ms)\n",
  '\tconst token = parse(request.headers["authorization"] ?? "");\n',
  '\tif (token.expiresAt <= clock.now()) return refuse(401, "the session has expired");\n',
  "\t}\n",
  "src/session/expiry.ts:42:17\n",
  '  "expiresAt": "2026-11-21T01:54:35.295Z",\n',
  "+  store.touch(token.id);\n",
  "The store keeps one row a session; the check has to come before the row is touched.\n",
  'import { refuse } from "../http/refuse.ts";\n',
  "-rw-r--r-- 1 dev dev  2048 Nov 21 01:54 expiry.ts\n",
];

/** Text of a length: lines such as tests, sources and traces have, with quotes, escapes and a sign beyond ASCII. */
function prose(length: number, seed: number): string {
  const parts: string[] = [];
  for (let at = 0, size = 0; size < length; at++) {
    const part = sentences[(seed * 7 + at * 3) % sentences.length] ?? "";
    parts.push(part);
    size += part.length;
  }
  return parts.join("").slice(0, length);
}

/** What encrypted reasoning looks like. */
function secret(length: number, seed: number): string {
  let state = seed + 1;
  const bytes = Buffer.allocUnsafe(Math.ceil((length * 3) / 4));
  for (let at = 0; at < bytes.length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[at] = state >> 16;
  }
  return bytes.toString("base64").slice(0, length);
}
