import { schemaProblems } from "../../../core/schema-problem.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { asRecord } from "../../record.ts";
import { packRule } from "../../rule.ts";

/** Every example of a schema fits it. */
export const exampleInvalid = packRule("contract/example-invalid", function* ({ schemas }) {
  for (const { source, parsed, validate } of schemas) {
    const examples = asRecord(parsed.value)?.["examples"];
    if (validate === undefined || !Array.isArray(examples)) continue;
    for (const [index, example] of examples.entries()) {
      for (const problem of schemaProblems(validate(example), parsed.value, example)) {
        const span = parsed.locate(pointerOf(["examples", index]) + problem.pointer);
        yield {
          message: `an example does not fit: ${problem.message}`,
          hint: problem.hint,
          where: { file: source.file, ...(span === undefined ? {} : { span }) },
        };
      }
    }
  }
});
