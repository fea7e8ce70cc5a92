import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { atMost, type Line } from "./bar.ts";
import { timeProcesses } from "./compare.ts";

/** Whole processes on this Node: the version and the check of one answer against an empty program. */
export function benchStartup(program: string, workDirectory: string, answer: unknown): Line[] {
  const file = join(workDirectory, "answer.json");
  writeFileSync(file, JSON.stringify(answer));
  const node = process.execPath;
  const times = timeProcesses(
    [
      { name: "floor", command: node, args: ["-e", "0"] },
      { name: "version", command: node, args: [program, "--version"] },
      { name: "validate", command: node, args: [program, "validate", file, "--agent", "task-executor"] },
    ],
    60,
  );
  const floor = times.get("floor") ?? 1;
  const ratio = (name: string): number => (times.get(name) ?? 0) / floor;
  const detail = (name: string): string => `${times.get(name)?.toFixed(1)} ms against node -e 0 ${floor.toFixed(1)} ms`;
  return [
    atMost("baton --version / node -e 0", ratio("version"), 1.3, detail("version")),
    atMost("baton validate, one answer / node -e 0", ratio("validate"), 1.3, detail("validate")),
  ];
}
