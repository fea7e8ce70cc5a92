import { agentNamed } from "../../contract/contract.ts";
import { Failure } from "../../core/failure.ts";
import { closedList, didYouMean } from "../../core/suggest.ts";
import { loadProjectRules } from "../../pack/project-rules.ts";
import { visible } from "../../render/style.ts";
import { joinSchemas } from "../../response/join-schemas.ts";
import { strictSchema } from "../../response/strict-schema.ts";
import { defineCommand } from "../define-command.ts";

interface Options {
  readonly strict?: true;
  readonly outline?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[agent]", description: "an agent of the contract; without one, all are listed" }],
  options: [
    {
      flags: "--strict",
      description: "the variant for `codex exec --output-schema`: every property required, nothing additional",
    },
    { flags: "--outline", description: "the few lines an agent's instructions carry: fields, conditions, example" },
    { flags: "--json", description: "print the list of agents as JSON (a schema is JSON in any case)" },
  ],
  examples: [
    ["baton schema task-executor", "the schema its answers are checked against"],
    ["baton schema task-executor --outline", "what to paste into an agent's instructions"],
    ["baton schema task-executor --strict > schema.json", "for codex exec --output-schema schema.json"],
  ],
  run: async (io, [name], { strict, outline, json }) => {
    const rules = await loadProjectRules(io.cwd, io.env);
    const { agents } = rules.contract;
    if (typeof name !== "string") {
      if (json)
        io.out(
          `${JSON.stringify(
            agents.map(({ name, purpose, writes }) => ({ name, purpose, writes })),
            null,
            2,
          )}\n`,
        );
      else io.out(agents.map((agent) => `${agent.name.padEnd(30)}${visible(agent.purpose)}\n`).join(""));
      return 0;
    }
    // An answer has to fit the shipped schema and what a project adds to it.
    const schemas = (await rules.schemasFor(name)).map((one) => one.schema);
    const schema = schemas.length < 2 ? schemas[0] : schemas.reduce(joinSchemas);
    if (agentNamed(rules.contract, name) === undefined || schema === undefined) {
      const names = agents.map((agent) => agent.name);
      throw new Failure(
        "response/unknown-agent",
        `"${name}" is not an agent of the contract, which has ${closedList(names, 30)}`,
        {
          status: 2,
          hint: didYouMean(name, names),
        },
      );
    }
    if (outline) io.out(`${(await import("../../response/outline.ts")).outlineSchema(schema)}\n`);
    else io.out(`${JSON.stringify(strict ? strictSchema(schema) : schema, null, 2)}\n`);
    return 0;
  },
});
