import type { Skill } from "./pack.ts";

/** The most characters Codex gives the list of skills: 2 % of a window of 272,000 tokens, at four characters a token. */
export const listingLimit = 21_760;

/** The most characters of a description that Codex shows. */
export const descriptionLimit = 1024;

/** The list of skills as Codex 0.169 renders it into every session; what is never invoked implicitly is not in it. */
export function skillListing(skills: readonly Skill[]): string {
  const listed = skills.filter(
    (skill) => skill.fields?.description !== undefined && skill.metadata?.implicit !== false,
  );
  const lines = listed.map((skill) => {
    const description = [...(skill.fields?.description ?? "")];
    const shown =
      description.length > descriptionLimit
        ? `${description.slice(0, descriptionLimit - 3).join("")}...`
        : description.join("");
    return `- ${skill.name}: ${shown} (file: r0/${placeBelowRoot(skill)})\n`;
  });
  return `### Skill roots\n- \`r0\` = \`.agents/skills\`\n### Available skills\n${lines.join("")}`;
}

function placeBelowRoot({ path, scope }: Skill): string {
  return scope.root !== "" && path.startsWith(`${scope.root}/`) ? path.slice(scope.root.length + 1) : path;
}
