import type { AgentStep } from "../../e2e/plays/agent-step.ts";
import {
  decomposition,
  design,
  finalChecks,
  implementation,
  planning,
  requirements,
} from "../../e2e/plays/session-expiry.ts";
import type { CodexSession } from "./codex-session.ts";

type Part = Pick<AgentStep, "agent" | "message" | "does" | "answers">;

export const request = "Reject expired session tokens with a 401.";

/** Plays steps of the medium flow as a session that keeps to the recipe. */
export async function play(session: CodexSession, parts: readonly Part[]): Promise<void> {
  for (const { agent: type, message, does, answers } of parts) {
    const agent = await session.spawn(type, message);
    if (agent.denied !== undefined) throw new Error(agent.denied);
    if (does !== undefined) await session.runs(does, agent);
    const said = await session.answer(agent, answers[0] ?? null);
    if (said !== undefined) throw new Error(JSON.stringify(said));
  }
}

/** The medium flow up to a stop point, the person's word at it not yet given. */
export async function upTo(
  session: CodexSession,
  stop: "requirements" | "design-approval" | "batch-approval" | "quality",
): Promise<void> {
  await session.person(`$recipe-implement ${request}`);
  await play(session, [requirements]);
  await session.stop("Stop: requirements. Is this what you want?");
  if (stop === "requirements") return;
  await session.person("Yes, that is what I want.");
  await play(session, design);
  await session.stop("Stop: design-approval. Do you approve the design?");
  if (stop === "design-approval") return;
  await session.person("I approve the design.");
  await play(session, planning);
  await session.stop("Stop: batch-approval. Do you approve the plan?");
  if (stop === "batch-approval") return;
  await session.person("I approve the plan. Implement it.");
  await play(session, [decomposition]);
  await session.commit("Plan the rejection of expired session tokens");
  await play(session, implementation);
}

/** All of the medium flow, to its report. */
export async function playMedium(session: CodexSession): Promise<void> {
  await upTo(session, "quality");
  await session.commit("Reject expired session tokens");
  await play(session, finalChecks);
  await session.stop("Completion report. Note of the security review: the refusal says that the token expired.");
}
