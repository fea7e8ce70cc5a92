import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditCodes } from "../core/catalogue/audit.ts";
import type { Code } from "../core/codes.ts";
import type { Severity } from "../core/diagnostic.ts";
import type { HookCall } from "./hook-call.ts";

/** How severe a breach of a rule is in a project; `off` where the project does not hold it. */
export type SeverityOf = (code: Code) => Severity | "off";

/**
 * The severities of rules in a project: the catalogue's, and what the project's `.baton/audit.yaml` sets otherwise. Settings
 * that are broken change nothing, and leave a record.
 */
export async function loadSeverities({
  checkout,
  trouble,
}: Pick<HookCall, "checkout" | "trouble">): Promise<SeverityOf> {
  const shipped: SeverityOf = (code) =>
    Object.hasOwn(auditCodes, code) ? auditCodes[code as AuditCode].severity : "error";
  const path = join(checkout, ".baton", "audit.yaml");
  if (!existsSync(path)) return shipped;
  try {
    const { parseSettings } = await import("../audit/settings/parse-settings.ts");
    const { settings, findings } = parseSettings(readFileSync(path, "utf8"), ".baton/audit.yaml");
    const [first] = findings;
    if (first !== undefined) trouble(`.baton/audit.yaml: ${first.message} [${first.code}]`);
    return (code) => settings.severities.get(code) ?? shipped(code);
  } catch (error) {
    trouble(error);
    return shipped;
  }
}

type AuditCode = keyof typeof auditCodes;
