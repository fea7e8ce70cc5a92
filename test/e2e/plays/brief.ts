import type { JsonValue } from "../json-value.ts";

/** Renders what a subagent is told: the task in a sentence, then each thing it is passed under its name. */
export function brief(task: string, passes: Readonly<Record<string, JsonValue | undefined>> = {}): string {
  const lines = Object.entries(passes).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [`${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`];
  });
  return [task, ...lines].join("\n");
}
