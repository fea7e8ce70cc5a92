import type { OfferedRole } from "../../codex/offered-roles.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import { parseToml } from "../../parse/toml.ts";
import type { Check } from "../check.ts";
import type { AgentFile, DoctorFacts, ExpectedAgent } from "../facts.ts";
import { answersOf, answerTo, notLoaded, unanswered } from "../in-force.ts";
import { isTwice } from "../is-twice.ts";
import { type MalformedAgent, malformedAgents } from "../malformed-agents.ts";
import { restoreCommand } from "../restore-command.ts";
import { shownPath } from "../shown-path.ts";

/** Whether Codex offers each agent of the pack by its name, and whether it is the pack's. */
export const agentsCheck: Check = {
  area: "Agents",
  skip: (facts) => {
    if (facts.agents.length === 0) return "none are installed";
    return notLoaded(facts) ?? unanswered(facts, ({ session }) => session);
  },
  check: (facts) => {
    const roles = answerTo(facts, ({ session }) => session)?.roles;
    if (roles === undefined || answerTo(facts, ({ config }) => config)?.agentsOff === true) return [off(facts)];
    const malformed = malformedAgents(answersOf(facts)?.warnings ?? []);
    const others = malformed.filter((one) => !facts.agents.some((agent) => isAbout(one, agent)));
    return [
      ...facts.agents.flatMap((agent) => about(agent, roles, malformed, facts)),
      ...others.map((one) => foreign(one, facts)),
    ];
  },
  sum: ({ agents }) => `${agents.length} of the pack, each offered by its name`,
};

function off({ place }: DoctorFacts): Diagnostic {
  const message = "Codex offers its model no tool to start a subagent with";
  const hint = "take enabled = false out of [agents] in config.toml, here or in the project's";
  return diagnose("codex/agents-off", { message, hint, where: { file: place.userConfig.file } });
}

function about(
  agent: ExpectedAgent,
  roles: readonly OfferedRole[],
  malformed: readonly MalformedAgent[],
  facts: DoctorFacts,
): Diagnostic[] {
  const role = roles.find(({ name }) => name === agent.name);
  const dropped = malformed.find((one) => isAbout(one, agent));
  const others = othersNamed(agent.name, facts);
  const findings: Diagnostic[] = [];
  if (dropped !== undefined) findings.push(droppedFinding(agent, dropped));
  else if (role === undefined) findings.push(missing(agent, facts));
  const told = isTwice(facts) && others.some(({ path }) => facts.otherInstall?.paths.includes(path));
  if (role === undefined || told) return findings;
  if (!isOwn(role, agent, others)) findings.push(shadowed(agent, role, others));
  else if (others.length > 0) findings.push(doubled(agent, others));
  return findings;
}

function isAbout({ path, name }: MalformedAgent, agent: ExpectedAgent): boolean {
  return path === undefined ? name === agent.name : path === agent.path;
}

/** Other agents of a name: in files, and in `[agents.<name>]` of a config.toml. */
function othersNamed(name: string, facts: DoctorFacts): readonly AgentFile[] {
  const { userConfig, viewpoint, scope } = facts.place;
  const configured = answerTo(facts, ({ config }) => config)?.agents ?? [];
  const tables = configured.map((table): AgentFile => {
    const path = table.file ?? "config.toml";
    const preferred = scope === "user" || path !== userConfig.path;
    const file = shownPath(path, viewpoint);
    return { name: table.name, description: table.description ?? "", path, file, preferred };
  });
  return [...facts.otherAgents, ...tables].filter((other) => other.name === name);
}

/** A role is told by its description, behind which Codex adds notes; where two say the same, by which one Codex prefers. */
function isOwn(role: OfferedRole, { says }: ExpectedAgent, others: readonly AgentFile[]): boolean {
  if (says === undefined || !hasText(role, says.description)) return false;
  return !others.some(({ description, preferred }) => preferred && hasText(role, description));
}

function hasText({ description }: OfferedRole, own: string): boolean {
  return description.trim().startsWith(own.trim());
}

function droppedFinding({ file, text }: ExpectedAgent, { reason, key, line, column }: MalformedAgent): Diagnostic {
  const named = key === undefined ? undefined : parseToml(text ?? "", file).locate(`/${key}`, "key");
  const span = named ?? (line === undefined || column === undefined ? undefined : { line, column });
  const unknown = key !== undefined && reason.startsWith("unknown field");
  const hint = unknown ? `remove "${key}", or correct its name` : "correct it; baton diff shows your edits";
  const where = span === undefined ? { file } : { file, span };
  return diagnose("codex/agent-malformed", { message: `Codex drops this agent: ${reason}`, hint, where });
}

function missing({ name, file, there, says }: ExpectedAgent, facts: DoctorFacts): Diagnostic {
  const restore = `${restoreCommand(facts)} brings it back`;
  const renamed = says !== undefined && says.name !== name;
  const why = renamed ? `the file names it "${says.name}"` : there ? "Codex does not say why" : "its file is gone";
  const hint = renamed ? `put name = "${name}" back` : there ? "codex exec prints what it makes of it" : restore;
  const message = `Codex does not offer "${name}": ${why}`;
  return diagnose("codex/agent-missing", { message, hint, where: { file } });
}

function shadowed({ name, file }: ExpectedAgent, role: OfferedRole, others: readonly AgentFile[]): Diagnostic {
  const winner = others.find((other) => hasText(role, other.description)) ?? others.find(({ preferred }) => preferred);
  const message = `another "${name}" is in force, not this one`;
  const hint = `rename or remove ${winner === undefined ? "the other one" : winner.file}`;
  const related = winner === undefined ? [] : [{ where: { file: winner.file }, note: "the one in force" }];
  return diagnose("codex/agent-shadowed", { message, hint, where: { file }, related });
}

function doubled({ name, file }: ExpectedAgent, others: readonly AgentFile[]): Diagnostic {
  const message = `there is a second "${name}"; this one is in force`;
  const related = others.map((other) => ({ where: { file: other.file }, note: "the other one, not in force here" }));
  const hint = "rename or remove the other one";
  return diagnose("codex/agent-doubled", { message, hint, where: { file }, related });
}

/** An agent of somebody else's that Codex drops. */
function foreign({ path, name, reason }: MalformedAgent, { place }: DoctorFacts): Diagnostic {
  const message = `Codex drops ${name === undefined ? "this agent" : `the agent "${name}"`}: ${reason}`;
  const hint = "correct or remove it: it is not Baton's";
  const where = { file: path === undefined ? place.userConfig.file : shownPath(path, place.viewpoint) };
  return diagnose("codex/agent-malformed", { message, hint, where, severity: "warning" });
}
