import { type AnswerFault, answerFault } from "../../audit/answer-fault.ts";
import { isAside } from "../../audit/is-aside.ts";
import { agentNamed, type Limits } from "../../contract/contract.ts";
import type { Diagnostic, Severity } from "../../core/diagnostic.ts";
import { type Verdict, validateAnswer } from "../../response/validate-answer.ts";
import { observePayload } from "../../trace/observe-payload.ts";
import type { Answer, SentOn } from "../../trace/trace-event.ts";
import { countSentBack } from "../count-sent-back.ts";
import type { Hook } from "../hook.ts";
import { type HookOutput, sendOn, tellPerson } from "../hook-output.ts";
import { keepRun } from "../keep-run.ts";
import type { Decided } from "../run/run-keeper.ts";

/**
 * A subagent ends its turn: an answer that breaks its schema is sent back with the exact findings, as often as the
 * contract's limit of revisions allows, then let through with a message. Agents outside the contract are none of its
 * business, but that they have answered is recorded.
 */
export async function onSubagentStop(hook: Hook): Promise<HookOutput | undefined> {
  const { agentId, agentType, lastMessage, agentTranscript } = hook.payload;
  const [answer] = observePayload(hook.payload.fields, hook.at);
  if (hook.marker === undefined || answer?.kind !== "answer") return undefined;
  const verdict = agentType === null || lastMessage === null ? undefined : await judged(hook, agentType, lastMessage);
  const { contract } = await hook.rules();
  const fault = verdict === undefined ? undefined : answerFault(verdict, contract);
  const isHeld = fault !== undefined && (await severityOf(hook, fault)) === "error";
  const ended: Ended = { answer, verdict, ...(isHeld && { fault }) };
  const kept = agentId === null ? undefined : await keptSafely(hook, ended);
  return (kept ?? decide(ended, countSentBack(agentTranscript), contract.limits).result).output;
}

async function severityOf(hook: Hook, fault: AnswerFault): Promise<Severity | "off"> {
  const { loadSeverities } = await import("../load-severities.ts");
  return (await loadSeverities(hook))(fault.code);
}

/** A turn's end: what was answered, and what is wrong with it that is held. */
interface Ended {
  readonly answer: Answer;
  readonly verdict: Verdict | undefined;
  readonly fault?: AnswerFault;
}

interface Said {
  readonly output?: HookOutput;
}

/** Where runs cannot be kept, answers are checked all the same. */
async function keptSafely(hook: Hook, ended: Ended): Promise<Said | undefined> {
  try {
    const kept = await keepRun<Said>(hook, ({ run, sentOn, course, state }) => {
      const { answer, verdict } = ended;
      if (run.run.endedAt !== null || run.run.owner !== hook.payload.session) return { result: {} };
      if (isAside(state, answer.thread)) return { result: {}, happened: [{ event: answer, verdict }] };
      return decide(ended, sentOn.get(answer.thread) ?? 0, course.contract.limits);
    });
    return kept?.result;
  } catch (error) {
    hook.trouble(error);
    return undefined;
  }
}

async function judged(hook: Hook, agent: string, text: string): Promise<Verdict | undefined> {
  const { contract, schemasFor } = await hook.rules();
  if (agentNamed(contract, agent) === undefined) return undefined;
  const schemas = await schemasFor(agent);
  return schemas.length === 0 ? undefined : validateAnswer({ file: "answer", text, agent }, { contract, schemas });
}

/** @param sentBack how often the agent was sent back since it was last asked something */
function decide({ answer, verdict, fault }: Ended, sentBack: number, { revisions }: Limits): Decided<Said> {
  const answered: Decided<Said> = { result: {}, happened: [{ event: answer, verdict }] };
  if (verdict === undefined || fault === undefined) return answered;
  if (sentBack >= revisions) {
    const corrections = `${sentBack} correction${sentBack === 1 ? "" : "s"}`;
    const words = `Baton: the answer of ${verdict.agent} still breaks its schema after ${corrections} (${fault.code}: ${fault.words}).`;
    return { ...answered, result: { output: tellPerson(words) } };
  }
  const errors = verdict.findings.filter((finding) => finding.severity === "error");
  const lines = errors.length === 0 ? [`- ${fault.words}`] : errors.map(findingWords);
  const reason = `Baton: your answer does not fit the schema of ${verdict.agent} [${fault.code}]:\n${lines.join("\n")}\nReturn the corrected JSON object alone, with nothing before or after it.`;
  const { at, where, thread, agent } = answer;
  const sentOn: SentOn = { kind: "sent_on", at, where, thread, agent, reason };
  return { result: { output: sendOn(reason) }, happened: [{ event: sentOn }] };
}

function findingWords({ code, message, where }: Diagnostic): string {
  return `- ${where.span === undefined ? "" : `line ${where.span.line}: `}${message} [${code}]`;
}
