import type { Code } from "../../core/codes.ts";
import type { Severity } from "../../core/diagnostic.ts";

/** What a project decides about the audit of its sessions. */
export interface AuditSettings {
  /** Severities that differ from the catalogue's. */
  readonly severities: ReadonlyMap<Code, Severity | "off">;
}

/** A project that decides nothing: every rule at the catalogue's severity. */
export const defaultSettings: AuditSettings = { severities: new Map() };
