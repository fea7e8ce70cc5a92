import { placeOf } from "../../../response/schema-flaw.ts";
import { packRule } from "../../rule.ts";

/** Every schema compiles. */
export const schemaInvalid = packRule("contract/schema-invalid", function* ({ schemas }) {
  for (const { source, compileError } of schemas) {
    if (compileError === undefined) continue;
    const span = placeOf(compileError, source.text);
    yield {
      message: `the schema does not compile: ${compileError.message}`,
      hint: compileError.hint,
      where: { file: source.file, ...(span === undefined ? {} : { span }) },
    };
  }
});
