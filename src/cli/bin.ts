import { answerEvent } from "./answer-event.ts";
import { version } from "./version.ts";
import { writeAll } from "./write-all.ts";

const argv = process.argv.slice(2);
const [command, event = ""] = argv;

// Asked for by every tool that looks for a Baton: answered before anything else is loaded.
if (argv.length === 1 && (command === "--version" || command === "-V")) tellVersion();
else if (argv.length === 2 && command === "hook" && /^[A-Z]/.test(event)) answerEvent(event).catch(() => undefined);
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
