import { packRule } from "../../rule.ts";

/** Every schema compiles. */
export const schemaInvalid = packRule("contract/schema-invalid", function* ({ schemas }) {
  for (const { source, compileError } of schemas) {
    if (compileError === undefined) continue;
    yield { message: `the schema does not compile: ${compileError}`, where: { file: source.file } };
  }
});
