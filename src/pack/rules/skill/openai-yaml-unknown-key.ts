import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerSegments } from "../../../parse/parsed.ts";
import { openaiYamlProblems } from "../../openai-yaml.ts";
import { skillRule } from "../../rule.ts";

/** Every key of `agents/openai.yaml` is one that Codex reads. */
export const openaiYamlUnknownKey = skillRule("skill/openai-yaml-unknown-key", function* ({ metadata }) {
  if (metadata === undefined) return;
  const { source, parsed } = metadata;
  for (const { effect, pointer, message, known = [] } of openaiYamlProblems(parsed.value)) {
    if (effect !== "unknown-key") continue;
    const span = parsed.locate(pointer, "key");
    yield {
      message: `${message}, there are ${closedList(known)}`,
      hint: didYouMean(pointerSegments(pointer).at(-1) ?? "", known),
      where: { file: source.file, ...(span === undefined ? {} : { span }) },
    };
  }
});
