import { expect, test } from "vitest";
import { offeredRoles } from "../../src/codex/offered-roles.ts";
import { readSkillListing } from "../../src/codex/skill-listing.ts";

const roles =
  "Agent type.\nAvailable roles:\ncritic: {\nReviews: all {of} it.\nTwice.\n}\ndefault: {\nDefault agent.\n}";
const spawn = { name: "spawn_agent", parameters: { properties: { agent_type: { description: roles } } } };
const named = [
  { name: "critic", description: "Reviews: all {of} it.\nTwice." },
  { name: "default", description: "Default agent." },
];

test.each([
  ["in the list of tools", { tools: [{ name: "shell" }, spawn] }],
  ["in a namespace of it", { tools: [{ name: "multi_agent_v1", tools: [spawn] }] }],
  [
    "in an item of the input",
    { input: [{ type: "additional_tools", tools: [{ name: "collaboration", tools: [spawn] }] }] },
  ],
])("roles are read from the spawn tool %s", (_, request) => {
  expect(offeredRoles(request)).toEqual(named);
});

test("a spawn tool without roles offers none, and no spawn tool is told apart from that", () => {
  expect(offeredRoles({ tools: [{ name: "spawn_agent", parameters: { properties: {} } }] })).toEqual([]);
  expect(offeredRoles({ tools: [{ name: "shell" }] })).toBeUndefined();
  expect(offeredRoles("nonsense")).toBeUndefined();
});

function request(text: string): object {
  return { input: [{ role: "developer", content: [{ type: "input_text", text }] }] };
}

test("the list of skills is read with its roots put in, cut and empty descriptions too", () => {
  const lines =
    "- a: Does (a): all. (file: r1/a/SKILL.md)\n- b: (file: r0/b/SKILL.md)\n- c: Far. (file: /c/SKILL.md)\n";
  const text = `<skills_instructions>\n### Skill roots\n- \`r0\` = \`/h/.system\`\n- \`r1\` = \`/p/.agents/skills\`\n### Available skills\n${lines}</skills_instructions>`;

  expect(readSkillListing(request(text))).toEqual({
    size: lines.length,
    skills: [
      { name: "a", description: "Does (a): all.", path: "/p/.agents/skills/a/SKILL.md" },
      { name: "b", description: "", path: "/h/.system/b/SKILL.md" },
      { name: "c", description: "Far.", path: "/c/SKILL.md" },
    ],
  });
});

test("a request without a list of skills has none", () => {
  expect(readSkillListing(request("hello"))).toBeUndefined();
  expect(readSkillListing(undefined)).toBeUndefined();
});
