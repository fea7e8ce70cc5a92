import { auditCodes } from "../../core/catalogue/audit.ts";
import { type Code, isCode } from "../../core/codes.ts";
import { type Diagnostic, diagnose, type Severity } from "../../core/diagnostic.ts";
import { closedList, didYouMean } from "../../core/suggest.ts";
import { type Parsed, pointerOf } from "../../parse/parsed.ts";
import { parseYaml } from "../../parse/yaml.ts";
import { type AuditSettings, defaultSettings } from "./audit-settings.ts";

const severities: readonly (Severity | "off")[] = ["error", "warning", "info", "off"];

/**
 * Reads a project's settings of the audit: `rules:` with a severity for each rule that differs from the catalogue. With
 * findings the settings are the default ones.
 */
export function parseSettings(
  text: string,
  file: string,
): { readonly settings: AuditSettings; readonly findings: readonly Diagnostic[] } {
  const parsed = parseYaml(text, file);
  const failed = (findings: readonly Diagnostic[]) => ({ settings: defaultSettings, findings });
  if (parsed.findings.length > 0) return failed(parsed.findings);
  if (parsed.value === null) return failed([]);
  const report = reporter(parsed, file);
  if (!isMap(parsed.value)) return failed([report("audit/settings-shape", "", "the settings are not a map")]);
  const { rules, ...others } = parsed.value;
  const findings = Object.keys(others).map((key) =>
    report(
      "audit/settings-shape",
      pointerOf([key]),
      `"${key}" is not a setting, only "rules" is`,
      didYouMean(key, ["rules"]),
    ),
  );
  const chosen = new Map<Code, Severity | "off">();
  if (rules !== undefined && rules !== null && !isMap(rules))
    findings.push(
      report("audit/settings-shape", "/rules", '"rules" is not a map of rules and severities', undefined, "value"),
    );
  else
    for (const [rule, severity] of Object.entries(rules ?? {})) {
      const pointer = pointerOf(["rules", rule]);
      if (!isCode(rule) || !Object.hasOwn(auditCodes, rule))
        findings.push(report("audit/unknown-rule", pointer, `there is no rule "${rule}"`, ruleHint(rule)));
      else if (!isSeverity(severity))
        findings.push(report("audit/settings-shape", pointer, severityWords(rule, severity), undefined, "value"));
      else chosen.set(rule, severity);
    }
  return findings.length > 0 ? failed(findings) : { settings: { severities: chosen }, findings };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSeverity(value: unknown): value is Severity | "off" {
  return severities.some((severity) => severity === value);
}

function severityWords(rule: string, value: unknown): string {
  const given =
    typeof value === "string" ? `"${value}"` : Array.isArray(value) || isMap(value) ? "a collection" : String(value);
  return `the severity of "${rule}" is ${given}, not one of ${closedList(severities)}`;
}

function ruleHint(rule: string): string {
  return didYouMean(rule, Object.keys(auditCodes)) ?? "baton explain lists the codes";
}

function reporter({ locate }: Parsed, file: string) {
  return (code: Code, pointer: string, message: string, hint?: string, part: "key" | "value" = "key"): Diagnostic => {
    const span = locate(pointer, part);
    return diagnose(code, { message, hint, where: { file, pointer, ...(span && { span }) } });
  };
}
