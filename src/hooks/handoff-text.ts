import type { Due } from "../audit/handoff/due.ts";

/** As much as Codex puts before a subagent as it is (see the wiring's additionalContextLimit), in bytes, and some room. */
const mostBytes = 60_000;

/** What an agent must be given, as a text for it, with the names of what the text holds. */
export interface HandoffText {
  readonly names: readonly string[];
  readonly text: string;
}

/**
 * Puts required material before an agent, each under the name its instructions know it by. What is too long for Codex to
 * let through whole is left out by name, so that the agent asks for it; undefined where there is nothing to give.
 */
export function handoffText(due: readonly Due[]): HandoffText | undefined {
  const given: { readonly name: string; readonly text: string }[] = [];
  const left: string[] = [];
  let bytes = 0;
  for (const one of due) {
    const text = sectionOf(one);
    const length = Buffer.byteLength(text);
    if (bytes + length > mostBytes) left.push(one.name);
    else {
      given.push({ name: one.name, text });
      bytes += length;
    }
  }
  if (given.length === 0) return undefined;
  const names = [...new Set(given.map(({ name }) => name))];
  const missing =
    left.length === 0 ? [] : [`Too long to be given here, so say in your answer if you miss it: ${left.join(", ")}.`];
  const text = [
    `<baton_handoff names="${names.join(" ")}">`,
    "Baton passes you what your task builds on, as it was answered:",
    ...given.map((one) => one.text),
    ...missing,
    "</baton_handoff>",
  ];
  return { names, text: text.join("\n") };
}

function sectionOf({ name, kind, from, what, material }: Due): string {
  const head = `${name} (${what}; from ${from}):`;
  // The text that ends the handoff is no part of any material.
  const lines = material.map((text) => text.replaceAll("</baton_handoff", "<\\/baton_handoff"));
  if (kind === "path") return `${head} ${lines.join(", ")}`;
  return `${head}\n${lines.map((line) => (kind === "text" && lines.length > 1 ? `- ${line}` : line)).join("\n")}`;
}
