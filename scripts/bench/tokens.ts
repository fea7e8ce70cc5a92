import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { parseFrontMatter } from "../../src/parse/front-matter.ts";
import { atMost, figure, type Line } from "./bar.ts";

/** What the pack costs its users in o200k_base tokens, counted apart from lint, which holds the same budgets. */
export function benchTokens(root: string): Line[] {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const tokens = (text: string): number => encode(text).length;
  const listing = readdirSync(join(root, "skills"))
    .filter((name) => !read(`skills/${name}/agents/openai.yaml`).includes("allow_implicit_invocation: false"))
    .map((name) => {
      const { description } = parseFrontMatter(read(`skills/${name}/SKILL.md`), name).value as { description: string };
      return `- ${name}: ${description} (file: r0/${name}/SKILL.md)`;
    });
  const rendered = [
    "### Skill roots",
    "- `r0` = `/home/somebody/projects/a-project/.agents/skills`",
    "### Available skills",
    ...listing,
  ].join("\n");
  const main =
    tokens(read("recipes/recipe-implement/SKILL.md")) + tokens(read("skills/subagents-orchestration-guide/SKILL.md"));
  const agents = readdirSync(join(root, "agents")).map((name) => {
    const text = read(`agents/${name}`);
    const skills = new Set([...text.matchAll(/\.agents\/skills\/([\w-]+)\/SKILL\.md/g)].map((match) => match[1]));
    return {
      name,
      total: [...skills].reduce((sum, skill) => sum + tokens(read(`skills/${skill}/SKILL.md`)), tokens(text)),
    };
  });
  const average = Math.round(agents.reduce((sum, { total }) => sum + total, 0) / agents.length);
  const most = agents.reduce((a, b) => (a.total > b.total ? a : b));
  const whole = ["agents", "skills", "recipes", "references"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(md|toml|yaml|json)$/.test(path))
      .map((path) => tokens(read(`${folder}/${path}`))),
  );
  return [
    atMost(
      "skill listing as Codex renders it",
      tokens(rendered),
      450,
      `tokens, ${listing.length} skills; codex-workflows 636`,
    ),
    atMost("$recipe-implement before its first stop", main, 5000, "tokens; codex-workflows 9,468"),
    atMost("an agent with all it must load, average", average, 2400, "tokens; codex-workflows 4,701"),
    atMost("an agent with all it must load, most", most.total, 4000, `tokens, ${most.name}`),
    figure(
      "the whole pack",
      `${whole.reduce((a, b) => a + b, 0).toLocaleString("en")} tokens in ${whole.length} files`,
    ),
  ];
}
