import { scanMarkdown } from "../parse/markdown.ts";
import { below } from "./below.ts";
import type { Prose } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";

/** A Markdown file of a skill, and the directory it lies in. */
export interface Document {
  readonly directory: string;
  readonly prose: Prose;
}

const deepest = 4;

/** Loads the Markdown files of a skill's directory, other than SKILL.md and other skills' files. */
export function loadDocuments(skill: string, files: ReadFiles): Document[] {
  const documents: Document[] = [];
  const visit = (directory: string, depth: number): void => {
    const entries = files.reader.list(directory);
    if (depth > 0 && entries.some((entry) => entry.name === "SKILL.md")) return;
    for (const { name, kind, link } of entries) {
      if (link !== undefined || name.startsWith(".") || name === "node_modules") continue;
      const path = below(directory, name);
      if (kind === "directory" && depth < deepest) visit(path, depth + 1);
      if (kind !== "file" || !name.endsWith(".md") || /^skill\.md$/i.test(name)) continue;
      const source = files.read(path);
      if (source === undefined) continue;
      const prose: Prose = {
        kind: "document",
        source,
        start: 0,
        end: source.text.length,
        markdown: scanMarkdown(source.text),
      };
      documents.push({ directory, prose });
    }
  };
  visit(skill, 0);
  return documents;
}
