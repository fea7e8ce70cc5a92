import { contentOf } from "../../install/content.ts";
import { unifiedDiff } from "../../install/unified-diff.ts";
import { visible } from "../../render/style.ts";

/** The lines that would come and go in the user's config.toml. None beside them: it may hold what is nobody's business. */
export function trustLines(before: string, after: string): string {
  const lines = unifiedDiff(contentOf(before), contentOf(after), { before: "", after: "" });
  const changed = lines.filter(({ kind }) => kind === "added" || kind === "removed");
  return changed.map(({ text }) => `  ${visible(text)}\n`).join("");
}
