import { agentNamed } from "../../../contract/contract.ts";
import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { packRule } from "../../rule.ts";
import { schemaFields } from "../../schema-fields.ts";

/** Every routing field of an agent is described in its schema. */
export const unknownRoutingField = packRule("contract/unknown-routing-field", function* ({ contract, schemas }) {
  if (contract === undefined) return;
  for (const { name, index } of contract.written) {
    const own = schemas.find((schema) => schema.agent === name)?.parsed.value;
    const all = [own, contract.shippedSchemas.get(name)].filter((schema) => schema !== undefined);
    const fields = agentNamed(contract.contract, name)?.routingFields ?? [];
    if (all.length === 0) continue;
    const known = new Set(all.flatMap(schemaFields));
    for (const [at, field] of fields.entries()) {
      if (known.has(field)) continue;
      const span = contract.parsed.locate(pointerOf(["agents", index, "routingFields", at]));
      yield {
        message: `"${field}" is not in the schema of "${name}", which has ${closedList(known)}`,
        hint: didYouMean(field, known),
        where: { file: contract.source.file, ...(span === undefined ? {} : { span }) },
      };
    }
  }
});
