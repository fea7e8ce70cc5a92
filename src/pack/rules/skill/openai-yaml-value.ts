import type { Where } from "../../../core/diagnostic.ts";
import { openaiYamlProblems } from "../../openai-yaml.ts";
import { skillRule } from "../../rule.ts";

/** Every value of `agents/openai.yaml` is one that Codex shows. */
export const openaiYamlValue = skillRule("skill/openai-yaml-value", function* ({ metadata }) {
  if (metadata === undefined) return;
  const { source, parsed, missing } = metadata;
  const at = (pointer: string): Where => {
    const span = parsed.locate(pointer);
    return { file: source.file, ...(span === undefined ? {} : { span }) };
  };
  for (const { effect, pointer, message } of openaiYamlProblems(parsed.value)) {
    if (effect === "ignores-value") yield { message: `Codex drops a value: ${message}`, where: at(pointer) };
  }
  for (const key of missing) {
    yield { message: `the file of "interface.${key}" does not exist`, where: at(`/interface/${key}`) };
  }
});
