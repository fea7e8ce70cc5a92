import type { Finding } from "../../../core/diagnostic.ts";
import type { Skill } from "../../pack.ts";
import { asRecord } from "../../record.ts";
import { skillRule } from "../../rule.ts";

/** The fields of the front matter have the types Codex and the specification ask for. */
export const fieldInvalid = skillRule("skill/field-invalid", function* (skill) {
  const { fields, fieldAt } = skill;
  if (fields === undefined) return;
  for (const key of ["name", "description"]) {
    if (fields.value[key] instanceof Object)
      yield { message: `"${key}" is not text, Codex refuses the skill`, hint: quoting(key), where: fieldAt(`/${key}`) };
  }
  yield* metadataFindings(skill);
  yield* optionalFindings(skill);
});

function quoting(key: string): string {
  return key === "description" ? "write one text; quote it when it starts with [ or {" : "write the name as text";
}

function* metadataFindings({ fields, fieldAt }: Skill): Iterable<Finding> {
  const metadata = fields?.value["metadata"];
  if (metadata === undefined || metadata === null) return;
  const entries = asRecord(metadata);
  if (entries === undefined)
    yield { message: '"metadata" is not a table, Codex refuses the skill', where: fieldAt("/metadata") };
  for (const [key, value] of Object.entries(entries ?? {})) {
    const where = fieldAt(`/metadata/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    if (key === "short-description" && value instanceof Object)
      yield { message: '"metadata.short-description" is not text, Codex refuses the skill', where };
    else if (typeof value !== "string" && value !== null)
      yield {
        severity: "info",
        message: `"metadata.${key}" is not text, as the specification asks`,
        hint: "quote it",
        where,
      };
  }
}

/** Fields that Codex does not read, but the specification does. */
function* optionalFindings({ fields, fieldAt }: Skill): Iterable<Finding> {
  const { license, compatibility, "allowed-tools": tools } = fields?.value ?? {};
  const report = (key: string, words: string): Finding => ({
    severity: "warning",
    message: `"${key}" ${words}, against the specification`,
    where: fieldAt(`/${key}`),
  });
  if (license !== undefined && typeof license !== "string") yield report("license", "is not text");
  if (compatibility !== undefined && typeof compatibility !== "string") yield report("compatibility", "is not text");
  if (compatibility === "") yield report("compatibility", "is empty");
  if (typeof compatibility === "string" && compatibility.length > 500)
    yield report("compatibility", `has ${compatibility.length} characters, more than 500`);
  const isList = Array.isArray(tools) && tools.every((tool) => typeof tool === "string");
  if (tools !== undefined && tools !== null && typeof tools !== "string" && !isList)
    yield report("allowed-tools", "is neither text nor a list of texts");
}
