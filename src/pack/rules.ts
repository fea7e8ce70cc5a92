import type { Rule } from "./rule.ts";
import { answerMissing } from "./rules/agent/answer-missing.ts";
import { configFileMissing } from "./rules/agent/config-file-missing.ts";
import { duplicateName as agentDuplicateName } from "./rules/agent/duplicate-name.ts";
import { invalidValue } from "./rules/agent/invalid-value.ts";
import { mcpServerIncomplete } from "./rules/agent/mcp-server-incomplete.ts";
import { missing as agentMissing } from "./rules/agent/missing.ts";
import { missingKey } from "./rules/agent/missing-key.ts";
import { nameMismatch as agentNameMismatch } from "./rules/agent/name-mismatch.ts";
import { nicknameInvalid } from "./rules/agent/nickname-invalid.ts";
import { noEffectKey } from "./rules/agent/no-effect-key.ts";
import { notInContract } from "./rules/agent/not-in-contract.ts";
import { notToml } from "./rules/agent/not-toml.ts";
import { shadowsBuiltIn } from "./rules/agent/shadows-built-in.ts";
import { unknownKey } from "./rules/agent/unknown-key.ts";
import { unknownSetting } from "./rules/agent/unknown-setting.ts";
import { wrongDirectory } from "./rules/agent/wrong-directory.ts";
import { exampleInvalid } from "./rules/contract/example-invalid.ts";
import { schemaInvalid } from "./rules/contract/schema-invalid.ts";
import { schemaMissing } from "./rules/contract/schema-missing.ts";
import { unknownRoutingField } from "./rules/contract/unknown-routing-field.ts";
import { unreferencedSchema } from "./rules/contract/unreferenced-schema.ts";
import { budgetExceeded } from "./rules/pack/budget-exceeded.ts";
import { notUtf8 } from "./rules/pack/not-utf8.ts";
import { symlinkOutside } from "./rules/pack/symlink-outside.ts";
import { tooManyFiles } from "./rules/pack/too-many-files.ts";
import { tooLarge } from "./rules/parse/too-large.ts";
import { unreadable } from "./rules/parse/unreadable.ts";
import { oneVocabularyOnly } from "./rules/prose/one-vocabulary-only.ts";
import { statusOutsideVocabulary } from "./rules/prose/status-outside-vocabulary.ts";
import { unknownAgentNamed } from "./rules/prose/unknown-agent-named.ts";
import { unknownSkillNamed } from "./rules/prose/unknown-skill-named.ts";
import { unknownTemplateNamed } from "./rules/prose/unknown-template-named.ts";
import { argumentsPlaceholder } from "./rules/skill/arguments-placeholder.ts";
import { bodyTooLong } from "./rules/skill/body-too-long.ts";
import { byteOrderMark } from "./rules/skill/byte-order-mark.ts";
import { deadLink } from "./rules/skill/dead-link.ts";
import { descriptionMissing } from "./rules/skill/description-missing.ts";
import { descriptionOverBudget } from "./rules/skill/description-over-budget.ts";
import { descriptionTooLong } from "./rules/skill/description-too-long.ts";
import { descriptionVague } from "./rules/skill/description-vague.ts";
import { duplicateName as skillDuplicateName } from "./rules/skill/duplicate-name.ts";
import { fieldInvalid } from "./rules/skill/field-invalid.ts";
import { linkOutside } from "./rules/skill/link-outside.ts";
import { nameInvalid } from "./rules/skill/name-invalid.ts";
import { nameMismatch as skillNameMismatch } from "./rules/skill/name-mismatch.ts";
import { nameMissing } from "./rules/skill/name-missing.ts";
import { nameTooLong } from "./rules/skill/name-too-long.ts";
import { noEffectField } from "./rules/skill/no-effect-field.ts";
import { openaiYamlInvalid } from "./rules/skill/openai-yaml-invalid.ts";
import { openaiYamlUnknownKey } from "./rules/skill/openai-yaml-unknown-key.ts";
import { openaiYamlValue } from "./rules/skill/openai-yaml-value.ts";
import { recipeImplicit } from "./rules/skill/recipe-implicit.ts";
import { symlinkedFile } from "./rules/skill/symlinked-file.ts";
import { tooDeep } from "./rules/skill/too-deep.ts";
import { unknownField } from "./rules/skill/unknown-field.ts";
import { wrongCase } from "./rules/skill/wrong-case.ts";
import { yamlRepaired } from "./rules/skill/yaml-repaired.ts";

/** Every rule of lint. Each has one file, named after its code. */
export const rules: readonly Rule[] = [
  answerMissing,
  configFileMissing,
  agentDuplicateName,
  invalidValue,
  mcpServerIncomplete,
  missingKey,
  agentMissing,
  agentNameMismatch,
  nicknameInvalid,
  noEffectKey,
  notInContract,
  notToml,
  shadowsBuiltIn,
  unknownKey,
  unknownSetting,
  wrongDirectory,
  exampleInvalid,
  schemaInvalid,
  schemaMissing,
  unknownRoutingField,
  unreferencedSchema,
  budgetExceeded,
  notUtf8,
  symlinkOutside,
  tooManyFiles,
  tooLarge,
  unreadable,
  oneVocabularyOnly,
  statusOutsideVocabulary,
  unknownAgentNamed,
  unknownSkillNamed,
  unknownTemplateNamed,
  argumentsPlaceholder,
  bodyTooLong,
  byteOrderMark,
  deadLink,
  descriptionMissing,
  descriptionOverBudget,
  descriptionTooLong,
  descriptionVague,
  skillDuplicateName,
  fieldInvalid,
  linkOutside,
  nameInvalid,
  skillNameMismatch,
  nameMissing,
  nameTooLong,
  noEffectField,
  openaiYamlInvalid,
  openaiYamlUnknownKey,
  openaiYamlValue,
  recipeImplicit,
  symlinkedFile,
  tooDeep,
  unknownField,
  wrongCase,
  yamlRepaired,
];
