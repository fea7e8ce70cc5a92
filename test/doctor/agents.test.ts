import { expect, test } from "vitest";
import type { OfferedRole } from "../../src/codex/offered-roles.ts";
import type { AgentFile, DoctorFacts, ExpectedAgent } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answer, answering, answers, healthy } from "./support/healthy.ts";

const [critic] = healthy.agents;
const file = ".codex/agents/critic.toml";
const builtIn = { name: "default", description: "Default agent." };
const role = { name: "critic", description: critic.says.description };

function offering(roles: readonly OfferedRole[] | undefined, changed: Partial<ExpectedAgent> = {}): DoctorFacts {
  const facts = answering({ session: answer({ roles, listing: undefined }) });
  return { ...facts, agents: [{ ...critic, ...changed }] };
}

function warned(warning: string): DoctorFacts {
  return answering({
    warnings: [`Ignoring malformed agent role definition: ${warning}`],
    session: answer({ roles: [builtIn], listing: undefined }),
  });
}

const rival: AgentFile = {
  name: "critic",
  description: "Another.",
  path: "/h/agents/mine.toml",
  file: "/h/agents/mine.toml",
  preferred: false,
};

test.each<[string, DoctorFacts, string]>([
  [
    "is gone",
    offering([builtIn], { there: false, says: undefined, text: undefined }),
    `${file} codex/agent-missing - Codex does not offer "critic": its file is gone → baton install --restore brings it back`,
  ],
  [
    "has another name in its file",
    offering([builtIn, { ...role, name: "judge" }], { says: { ...critic.says, name: "judge" } }),
    `${file} codex/agent-missing - Codex does not offer "critic": the file names it "judge" → put name = "critic" back`,
  ],
  [
    "is not offered for no known reason",
    offering([builtIn]),
    `${file} codex/agent-missing - Codex does not offer "critic": Codex does not say why → codex exec prints what it makes of it`,
  ],
  [
    "has a key that Codex does not know",
    warned("failed to deserialize agent role file at /p/.codex/agents/critic.toml: unknown field `bogus`\n"),
    `${file} codex/agent-malformed 2:1+5 Codex drops this agent: unknown field "bogus" → remove "bogus", or correct its name`,
  ],
  [
    "has blank instructions",
    warned("agent role file at /p/.codex/agents/critic.toml.developer_instructions cannot be blank"),
    `${file} codex/agent-malformed - Codex drops this agent: developer_instructions cannot be blank → correct it; baton diff shows your edits`,
  ],
  [
    "lacks a key",
    warned("agent role file at /p/.codex/agents/critic.toml must define `developer_instructions`"),
    `${file} codex/agent-malformed - Codex drops this agent: must define "developer_instructions" → correct it; baton diff shows your edits`,
  ],
  [
    "lacks a description",
    warned("agent role `critic` must define a description"),
    `${file} codex/agent-malformed - Codex drops this agent: it must define a description → correct it; baton diff shows your edits`,
  ],
  [
    "is no TOML",
    warned(
      "failed to parse agent role file at /p/.codex/agents/critic.toml: TOML parse error at line 3, column 15\n  |\n3 | x\nexpected `=`\n",
    ),
    `${file} codex/agent-malformed 3:15 Codex drops this agent: expected "=" → correct it; baton diff shows your edits`,
  ],
  [
    "is not the one in force",
    { ...offering([{ ...role, description: "Another." }]), otherAgents: [rival] },
    `${file} codex/agent-shadowed - another "critic" is in force, not this one → rename or remove /h/agents/mine.toml | - the one in force`,
  ],
  [
    "is not the one in force, though the other says the same",
    { ...offering([role]), otherAgents: [{ ...rival, description: role.description, preferred: true }] },
    `${file} codex/agent-shadowed - another "critic" is in force, not this one → rename or remove /h/agents/mine.toml | - the one in force`,
  ],
  [
    "is not the one in force, and nobody knows what is",
    offering([{ ...role, description: "From nowhere." }]),
    `${file} codex/agent-shadowed - another "critic" is in force, not this one → rename or remove the other one`,
  ],
  [
    "cannot be spawned at all",
    offering(undefined),
    "/h/config.toml codex/agents-off - Codex offers its model no tool to start a subagent with → take enabled = false out of [agents] in config.toml, here or in the project's",
  ],
])("an agent that %s is an error", (_, facts, finding) => {
  expect(examined("Agents", facts)).toEqual(["error", finding]);
});

test.each([rival, { ...rival, description: role.description }])("a second agent that loses is a warning", (other) => {
  expect(examined("Agents", { ...offering([role]), otherAgents: [other] })).toEqual([
    "warning",
    `${file} codex/agent-doubled (warning) - there is a second "critic"; this one is in force → rename or remove the other one | - the other one, not in force here`,
  ]);
});

test("an agent that config.toml defines takes the file's place", () => {
  const agents = [{ name: "critic", description: "Configured.", file: "/p/.codex/config.toml" }];
  const facts = answering({
    config: answer({ ...answers.config.value, agents }),
    session: answer({ roles: [{ name: "critic", description: "Configured." }], listing: undefined }),
  });

  expect(examined("Agents", facts)).toEqual([
    "error",
    `${file} codex/agent-shadowed - another "critic" is in force, not this one → rename or remove .codex/config.toml | - the one in force`,
  ]);
});

test("an agent of somebody else's that Codex drops is a warning", () => {
  const warnings = [
    "Ignoring malformed agent role definition: failed to deserialize agent role file at /h/agents/x.toml: unknown field `a`\n",
  ];

  expect(examined("Agents", answering({ warnings }))).toEqual([
    "warning",
    '/h/agents/x.toml codex/agent-malformed (warning) - Codex drops this agent: unknown field "a" → correct or remove it: it is not Baton\'s',
  ]);
});

test("a warning about two agents of one name says nothing that the list of roles does not", () => {
  const warnings = [
    "Ignoring malformed agent role definition: duplicate agent role name `critic` discovered in /p/.codex/agents",
  ];

  expect(examined("Agents", answering({ warnings }))).toHaveLength(1);
});
