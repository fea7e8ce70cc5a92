import { statusWords } from "./show-run.ts";

/** What a session was seen to do, for a line of a run's history: `spawn technical-designer`, `command git commit …`. */
export function observedWords(event: unknown): string {
  const fields = event !== null && typeof event === "object" ? (event as Readonly<Record<string, unknown>>) : {};
  const { kind, type, skill, command, files, refused } = fields;
  const [file] = Array.isArray(files) ? files : [];
  const about = [type, skill, command, file?.path].find((one) => typeof one === "string") ?? "";
  const what = `${statusWords(String(kind ?? "something"))} ${about}`.trim();
  return typeof refused === "string" ? `refused: ${what}` : what;
}

/** The words an event of a session carries: a person's, an answer, a reason. */
export function wordsOfObserved(event: unknown): string | undefined {
  const fields = event !== null && typeof event === "object" ? (event as Readonly<Record<string, unknown>>) : {};
  const said = ["refused", "text", "reason", "message"].map((name) => fields[name]);
  return said.find((one): one is string => typeof one === "string" && one !== "");
}
