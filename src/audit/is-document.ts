import type { Case } from "./case.ts";
import { hasFile } from "./is-same-file.ts";

/** Whether a path is a document, or tests that no task has filled in yet: nothing a quality check has to approve. */
export function isDocument(path: string, { documents, change }: Pick<Case, "documents" | "change">): boolean {
  if (/(^|\/)docs\//.test(path) || path === "docs" || path.endsWith(".md")) return true;
  return hasFile(documents, path) && !hasFile(change.declared, path);
}
