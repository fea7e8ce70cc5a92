import { parseYaml } from "../parse/yaml.ts";
import { below } from "./below.ts";
import { openaiYamlProblems } from "./openai-yaml.ts";
import type { OpenaiYaml } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";
import { withoutMark } from "./without-mark.ts";

const read = "agents/openai.yaml";
const misplaced = ["agents/openai.yml", "openai.yaml"];

/** Loads a skill's `agents/openai.yaml`, or the file that was surely meant to be it. */
export function loadOpenaiYaml(skill: string, files: ReadFiles): OpenaiYaml | undefined {
  const name = [read, ...misplaced].find((one) => files.reader.kindOf(below(skill, one)) === "file");
  const source = name === undefined ? undefined : files.read(below(skill, name));
  if (source === undefined) return undefined;
  const parsed = parseYaml(withoutMark(source.text), source.file);
  const named = name === read;
  const broken =
    parsed.findings.length > 0 || openaiYamlProblems(parsed.value).some((one) => one.effect === "ignores-file");
  const policy = asRecord(asRecord(parsed.value)?.["policy"]);
  const implicit = !named || broken || policy?.["allow_implicit_invocation"] !== false;
  return { source, parsed, named, implicit, missing: missingIcons(parsed.value, skill, files) };
}

function missingIcons(value: unknown, skill: string, files: ReadFiles): string[] {
  const shown = asRecord(asRecord(value)?.["interface"]);
  return ["icon_small", "icon_large"].filter((key) => {
    const path = shown?.[key];
    if (typeof path !== "string" || !/^(?:\.\/)?assets\/(?!.*\.\.)/.test(path)) return false;
    return files.reader.kindOf(below(skill, path.replace(/^\.\//, ""))) !== "file";
  });
}
