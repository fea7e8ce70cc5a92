import { concernsNobody } from "../hooks/concerns-nobody.ts";
import { readStdin } from "./read-stdin.ts";
import { version } from "./version.ts";
import { writeAll } from "./write-all.ts";

const argv = process.argv.slice(2);
const [command, event = ""] = argv;

// Asked for by every tool that looks for a Baton: answered before anything else is loaded.
if (argv.length === 1 && (command === "--version" || command === "-V")) tellVersion();
else if (argv.length === 2 && command === "hook" && /^[A-Z]/.test(event)) answer(event).catch(() => undefined);
else void run();

async function run(): Promise<void> {
  const { runProcess } = await import("./run-process.ts");
  await runProcess(argv);
}

function tellVersion(): void {
  try {
    writeAll(1, `${version}\n`);
  } catch {
    // Fails there again, where it is told.
    void run();
  }
}

/** Answers a hook event of Codex's, which waits for it, many times a minute. */
async function answer(name: string): Promise<void> {
  const stdin = readHookStdin();
  if (concernsNobody(name, stdin)) return;
  const { answerHook } = await import("../hooks/answer-hook.ts");
  const now = (): string => new Date().toISOString();
  writeAll(1, await answerHook(name, stdin, { cwd: directory(), env: process.env, now }));
  // Everything is done, and Codex waits: the engine need not tidy up first.
  process.exit(0);
}

/** What cannot be read is no payload, and stands in nobody's way. */
function readHookStdin(): string {
  try {
    return readStdin();
  } catch {
    return "";
  }
}

/** A session may outlive the directory it was started in; its payload says where it is. */
function directory(): string {
  try {
    return process.cwd();
  } catch {
    return "";
  }
}
