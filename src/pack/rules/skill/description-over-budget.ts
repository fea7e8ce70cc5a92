import { packRule } from "../../rule.ts";
import { sessions } from "../../sessions.ts";
import { listingLimit, skillListing } from "../../skill-listing.ts";

/** The list of all skills that one session has fits into what Codex gives it. */
export const descriptionOverBudget = packRule("skill/description-over-budget", function* (pack) {
  const over: string[] = [];
  for (const { base, skills } of sessions(pack.skills)) {
    const length = skillListing(skills).length;
    // A session further down has the same skills and more: one finding says it.
    if (length <= listingLimit || over.some((above) => above === "" || base.startsWith(`${above}/`))) continue;
    over.push(base);
    const size = (skill: (typeof skills)[number]): number => skill.fields?.description?.length ?? 0;
    const longest = skills.reduce((most, skill) => (size(skill) > size(most) ? skill : most));
    yield {
      message: `the list of ${skills.length} skills takes ${length} characters, Codex gives it about ${listingLimit} and cuts every description`,
      hint: "shorten descriptions, this one first, or take skills out of the list in agents/openai.yaml",
      where: longest.fieldAt("/description"),
    };
  }
});
