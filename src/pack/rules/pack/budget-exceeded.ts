import type { Finding } from "../../../core/diagnostic.ts";
import type { Pack } from "../../pack.ts";
import { packRule } from "../../rule.ts";
import { sessions } from "../../sessions.ts";
import { skillListing } from "../../skill-listing.ts";

/** The pack keeps to its budgets. Without a tokenizer the numbers are estimates, and the findings warnings. */
export const budgetExceeded = packRule("pack/budget-exceeded", function* (pack) {
  for (const finding of [...listing(pack), ...agents(pack), ...recipes(pack)]) {
    yield pack.countTokens.exact
      ? finding
      : { ...finding, severity: "warning", message: `${finding.message} (estimated)` };
  }
});

function* listing({ budgets, skills, countTokens }: Pack): Iterable<Finding> {
  if (budgets?.listing === undefined) return;
  const sizes = sessions(skills).map((session) => countTokens.count(skillListing(session.skills)));
  const tokens = Math.max(0, ...sizes);
  if (tokens <= budgets.listing) return;
  yield {
    message: over("the list of skills", tokens, budgets.listing),
    where: { file: budgets.file, pointer: "/listing" },
  };
}

function* agents(pack: Pack): Iterable<Finding> {
  const { budgets } = pack;
  if (budgets === undefined || pack.agents.length === 0) return;
  const sizes = pack.agents.map((agent) => {
    const instructions = agent.fields["developer_instructions"];
    const text = typeof instructions === "string" ? instructions : "";
    return { agent, tokens: pack.countTokens.count(text) + loaded(pack, agent.source.file) };
  });
  for (const { agent, tokens } of sizes) {
    if (budgets.agentMost === undefined || tokens <= budgets.agentMost) continue;
    const message = over(`"${agent.name}" with what it must load`, tokens, budgets.agentMost);
    yield { message, where: agent.fieldAt("/developer_instructions", "key") };
  }
  const average = Math.round(sizes.reduce((sum, { tokens }) => sum + tokens, 0) / sizes.length);
  if (budgets.agentAverage === undefined || average <= budgets.agentAverage) return;
  const message = over("an agent with what it must load, on average,", average, budgets.agentAverage);
  yield { message, where: { file: budgets.file, pointer: "/agentAverage" } };
}

function* recipes(pack: Pack): Iterable<Finding> {
  const budget = pack.budgets?.recipeBeforeFirstStop;
  if (budget === undefined) return;
  for (const { recipe, source, name, fieldAt } of pack.skills) {
    const tokens = recipe ? pack.countTokens.count(source.text) + loaded(pack, source.file) : 0;
    if (tokens > budget)
      yield { message: over(`"${name}" with what it reads first`, tokens, budget), where: fieldAt("/name") };
  }
}

function loaded({ mustLoad, countTokens }: Pack, file: string): number {
  return (mustLoad.get(file) ?? []).reduce((sum, { text }) => sum + countTokens.count(text), 0);
}

function over(what: string, tokens: number, budget: number): string {
  return `${what} takes ${tokens} tokens, the budget is ${budget}`;
}
