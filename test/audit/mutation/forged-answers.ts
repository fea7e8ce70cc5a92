import { agentNamed, type Route } from "../../../src/contract/contract.ts";
import { shipped, validate } from "../../helpers/shipped-rules.ts";

/** Another answer in an agent's place. `route` is where it goes; absent when it fits no schema. */
export interface Forgery {
  readonly name: string;
  readonly text: string;
  readonly route?: Route;
}

const otherwise: Readonly<Record<string, readonly object[]>> = {
  "document-reviewer": [
    { verdict: { decision: "needs_revision", conditions: [] } },
    { verdict: { decision: "rejected", conditions: [] } },
  ],
  "quality-fixer": [
    { status: "stub_detected", stubFindings: [{ file: "src/a.js", indicator: "TODO", details: "not done" }] },
    { status: "blocked", reason: "specification_conflict", blockingIssues: [{ description: "two rules clash" }] },
  ],
  "task-executor": [{ status: "escalation_needed", escalation_type: "out_of_scope_file" }],
  "security-reviewer": [
    { status: "needs_revision", requiredFixes: ["Compare in constant time"], notes: null },
    { status: "blocked", notes: null },
  ],
  "integration-test-reviewer": [{ status: "needs_revision", requiredFixes: ["Assert the status"] }],
};

/** Answers that break the agent's schema, and good ones that go another way than the one that was given. */
export async function forgedAnswers(type: string, text: string): Promise<Forgery[]> {
  const agent = agentNamed(shipped.contract, type);
  if (agent === undefined || !(await validate(type, text)).valid) return [];
  const given = JSON.parse(text) as Record<string, unknown>;
  const forgeries: Forgery[] = [
    { name: "prose", text: "All good from my side." },
    { name: "prose before it", text: `Here is my answer.\n${text}` },
    { name: "cut off", text: text.slice(0, -2) },
  ];
  const [key = "", inner] = (agent.decides ?? "").split(".");
  if (key !== "") {
    const odd = inner === undefined ? "mostly_fine" : { ...(given[key] as object), [inner]: "mostly_fine" };
    forgeries.push({ name: "an unknown status", text: JSON.stringify({ ...given, [key]: odd }) });
    forgeries.push({ name: "no status", text: JSON.stringify({ ...given, [key]: undefined }) });
  }
  if (type === "acceptance-test-generator")
    forgeries.push({
      name: "no reason",
      text: JSON.stringify({ ...given, generatedFiles: { integration: null, e2e: null }, e2eAbsenceReason: null }),
    });
  const escalates = agent.outcomes.has("escalation_needed") && otherwise[type] === undefined;
  const others = escalates ? [{ status: "escalation_needed" }] : (otherwise[type] ?? []);
  for (const fields of others)
    forgeries.push({ name: JSON.stringify(fields), text: JSON.stringify({ ...given, ...fields }) });
  return Promise.all(forgeries.map((forgery) => judged(type, forgery)));
}

async function judged(type: string, forgery: Forgery): Promise<Forgery> {
  const { valid, routed } = await validate(type, forgery.text);
  return valid && routed !== undefined ? { ...forgery, route: routed.route } : forgery;
}
