import { pointerOf } from "../../../parse/parsed.ts";
import { packRule } from "../../rule.ts";

/** Every agent of a contract has a schema. */
export const schemaMissing = packRule("contract/schema-missing", function* ({ contract, schemas }) {
  if (contract === undefined) return;
  for (const { name, index } of contract.written) {
    if (contract.shippedSchemas.has(name) || schemas.some((schema) => schema.agent === name)) continue;
    const span = contract.parsed.locate(pointerOf(["agents", index, "name"]));
    yield {
      message: `"${name}" has no schema`,
      hint: `write schemas/${name}.schema.json`,
      where: { file: contract.source.file, ...(span === undefined ? {} : { span }) },
    };
  }
});
