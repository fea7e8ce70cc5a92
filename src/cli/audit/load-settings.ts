import { type AuditSettings, defaultSettings } from "../../audit/settings/audit-settings.ts";
import { parseSettings } from "../../audit/settings/parse-settings.ts";
import { failOnFindings } from "./fail-on-findings.ts";
import { readProjectFile } from "./project-file.ts";

/**
 * What the project around `cwd` decides about its audits, in `.baton/audit.yaml`.
 * @throws Failure audit/…, parse/… when that file is broken
 */
export function loadSettings(cwd: string): AuditSettings {
  const { file, text } = readProjectFile(cwd, ".baton/audit.yaml");
  if (text === undefined) return defaultSettings;
  const { settings, findings } = parseSettings(text, file);
  failOnFindings(findings);
  return settings;
}
