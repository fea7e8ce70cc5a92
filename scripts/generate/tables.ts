import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";
import type { Agent, Contract } from "../../src/contract/contract.ts";
import { parseFrontMatter } from "../../src/parse/front-matter.ts";
import type { WorkflowSchema } from "../../src/workflow/load.ts";
import { flowTable } from "./flow-table.ts";
import type { Regions } from "./regions.ts";

/** Every generated region, made from the contract, the recipes' workflows and the pack's own files. */
export function tables(root: string, contract: Contract, workflowSchema: WorkflowSchema): Regions {
  const regions = new Map<string, string>([
    ["statuses", statusTable(contract)],
    ["agents", agentTable(contract)],
    [
      "stops",
      table(
        ["Stop", "after", "present", "ask"],
        contract.stops.map((stop) => [`**${stop.id}**`, stop.after, plain(stop.present), plain(stop.asks)]),
      ),
    ],
    ["handoffs", handoffTable(contract)],
    ["completion", completionText(contract)],
    ["escalation", contract.escalation.map((one) => `- ${one.when}`).join("\n")],
    ["verification", verificationText(contract)],
    ["limit revisions", `At most ${times(contract.limits.revisions)}; then the user decides.`],
    [
      "limit verificationFixCycles",
      `At most ${times(contract.limits.verificationFixCycles)}; if a verifier still fails, the user decides.`,
    ],
    ["pack agents", packAgents(root, contract)],
    ["pack skills", packSkills(root, "skills")],
    ["pack recipes", packSkills(root, "recipes")],
  ]);
  for (const recipe of folders(root, "recipes")) {
    const table = flowTable(root, recipe, contract, workflowSchema);
    if (table !== undefined) regions.set(`flow ${recipe}`, table);
  }
  return regions;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function plain(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

function times(count: number): string {
  return { 0: "never", 1: "once", 2: "twice" }[count] ?? `${count} times`;
}

function statusTable(contract: Contract): string {
  return table(
    ["Status", "from", "route", "then"],
    contract.statuses.map((one) => [`\`${one.status}\``, one.scope, one.route, plain(one.next)]),
  );
}

function agentTable(contract: Contract): string {
  const fields = (agent: Agent): string =>
    agent.routingFields.map((field) => (field === agent.decides ? `**\`${field}\`**` : `\`${field}\``)).join(", ");
  const values = (agent: Agent): string => {
    if (agent.outcomes.size === 0) return `always proceed: ${plain(agent.next ?? "")}`;
    return [...agent.outcomes].map(([value, { route }]) => `\`${value}\` ${route}`).join(", ");
  };
  return table(
    ["Agent", "fields", "values"],
    contract.agents.map((agent) => [
      `\`${agent.name}\`${agent.writes ? "" : ", *reads only*"}`,
      fields(agent),
      values(agent),
    ]),
  );
}

function handoffTable(contract: Contract): string {
  return table(
    ["From", "to", "pass"],
    contract.handoffs.map((handoff) => [
      `\`${handoff.from}\``,
      handoff.to.map((name) => `\`${name}\``).join(", "),
      handoff.passes
        .map(
          ({ name, kind, what, when }) =>
            `\`${name}\` (*${kind}*): ${what}${when === undefined ? "" : `, if ${when.replace(/^(?=there )/, "")}`}`,
        )
        .join("; "),
    ]),
  );
}

function completionText({ completion }: Contract): string {
  const close = completion.closeReasons.map((one) => `- ${one.when}`).join("\n");
  const diagnose = completion.diagnostics.map((one, index) => `${index + 1}. ${one}`).join("\n");
  return `Go on waiting while: ${completion.continueWhile.map((one) => lowerFirst(plain(one))).join("; ")}.

After several empty waits:

${diagnose}

Close or interrupt a running agent only for one of these:

${close}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function verificationText(contract: Contract): string {
  return ["code-verifier", "security-reviewer"]
    .flatMap((name) => contract.agents.find((agent) => agent.name === name) ?? [])
    .map((agent) => {
      const pass = [...agent.outcomes].filter(([, { route }]) => route === "proceed").map(([value]) => `\`${value}\``);
      return `- \`${agent.name}\` passes with \`${agent.decides}\` ${pass.join(" or ")}.`;
    })
    .join("\n");
}

function folders(root: string, directory: string): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function packAgents(root: string, contract: Contract): string {
  const rows = readdirSync(join(root, "agents"))
    .filter((name) => name.endsWith(".toml"))
    .sort()
    .map((name) => {
      const { name: agent } = parseToml(readFileSync(join(root, "agents", name), "utf8"));
      const entry = contract.agents.find((one) => one.name === agent);
      return [`\`${String(agent)}\``, entry?.writes === true ? "writes" : "reads", plain(entry?.purpose ?? "")];
    });
  return table(["Agent", "", "what it does"], rows);
}

function packSkills(root: string, directory: string): string {
  const rows = folders(root, directory).map((name) => {
    const { value } = parseFrontMatter(readFileSync(join(root, directory, name, "SKILL.md"), "utf8"), name);
    const { description } = value as { description: string };
    return [`\`${directory === "recipes" ? "$" : ""}${name}\``, plain(description)];
  });
  return table([directory === "recipes" ? "Recipe" : "Skill", "what it does"], rows);
}
