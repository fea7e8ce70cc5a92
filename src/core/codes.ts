import { agentCodes } from "./catalogue/agent.ts";
import { auditCodes } from "./catalogue/audit.ts";
import { auditSettingsCodes } from "./catalogue/audit-settings.ts";
import { cliCodes } from "./catalogue/cli.ts";
import { codexCodes } from "./catalogue/codex.ts";
import { configCodes } from "./catalogue/config.ts";
import { contractCodes } from "./catalogue/contract.ts";
import { installCodes } from "./catalogue/install.ts";
import { packCodes } from "./catalogue/pack.ts";
import { parseCodes } from "./catalogue/parse.ts";
import { proseCodes } from "./catalogue/prose.ts";
import { responseCodes } from "./catalogue/response.ts";
import { runCodes } from "./catalogue/run.ts";
import { skillCodes } from "./catalogue/skill.ts";
import { traceCodes } from "./catalogue/trace.ts";
import { workflowCodes } from "./catalogue/workflow.ts";
import type { CatalogueEntry } from "./entry.ts";

const entries = {
  ...agentCodes,
  ...auditCodes,
  ...auditSettingsCodes,
  ...cliCodes,
  ...codexCodes,
  ...configCodes,
  ...contractCodes,
  ...installCodes,
  ...packCodes,
  ...parseCodes,
  ...proseCodes,
  ...responseCodes,
  ...runCodes,
  ...skillCodes,
  ...traceCodes,
  ...workflowCodes,
};

/** Every code Baton can print: `area/what-is-wrong`. A shipped code is never renamed or reused. */
export type Code = keyof typeof entries;

/** Every code with its meaning and its fix. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = entries;

/** Whether `text` is a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(entries, text);
}
