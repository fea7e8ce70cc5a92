import type { Span } from "../../../core/diagnostic.ts";
import { openaiYamlProblems } from "../../openai-yaml.ts";
import type { OpenaiYaml } from "../../pack.ts";
import { skillRule } from "../../rule.ts";

/** `agents/openai.yaml` is a file that Codex reads. */
export const openaiYamlInvalid = skillRule("skill/openai-yaml-invalid", function* ({ metadata, directory }) {
  if (metadata === undefined) return;
  const { source, parsed, named } = metadata;
  const where = (span: Span | undefined) => ({ file: source.file, span: span ?? { line: 1, column: 1 } });
  if (!named) {
    const path = directory === "" ? "agents/openai.yaml" : `${directory}/agents/openai.yaml`;
    yield { message: "Codex reads agents/openai.yaml only", hint: `move it to ${path}`, where: where(undefined) };
  }
  for (const finding of parsed.findings)
    yield { message: `Codex ignores the file: ${finding.message}`, where: finding.where };
  for (const { effect, pointer, message } of problemsOf(metadata)) {
    if (effect === "ignores-file")
      yield { message: `Codex ignores the file: ${message}`, where: where(parsed.locate(pointer)) };
  }
});

function problemsOf({ parsed }: OpenaiYaml): ReturnType<typeof openaiYamlProblems> {
  return parsed.findings.length > 0 ? [] : openaiYamlProblems(parsed.value);
}
