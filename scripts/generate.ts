import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadShipped } from "../src/pack/shipped.ts";
import { withAnswerSection } from "./generate/answer-section.ts";
import { fillRegions } from "./generate/regions.ts";
import { rulesPage } from "./generate/rules-page.ts";
import { tables } from "./generate/tables.ts";

// Writes everything in this repository that is derived from the contract, the schemas, the workflows and the catalogue.
// With --check it writes nothing and fails, naming every file that differs.
const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const shipped = await loadShipped();
const regions = tables(root, shipped.contract, await shipped.workflowSchema());

const stale = (await outputs()).filter(({ path, text }) => {
  const current = readOrEmpty(join(root, path));
  if (current === text) return false;
  if (!check) writeFileSync(join(root, path), text);
  return true;
});
for (const { path } of stale) console.log(check ? `stale: ${path}` : `wrote ${path}`);
if (check && stale.length > 0) {
  console.error("generated files differ from their sources: run `npm run generate` and commit the result");
  process.exitCode = 1;
}

async function outputs(): Promise<{ path: string; text: string }[]> {
  const markdown = [
    "README.md",
    "CONTRIBUTING.md",
    ...markdownBelow("skills"),
    ...markdownBelow("recipes"),
    ...markdownBelow("references"),
  ];
  const pages = markdown.map((path) => ({ path, text: fillRegions(readOrEmpty(join(root, path)), path, regions) }));
  const names = readdirSync(join(root, "agents")).filter((name) => name.endsWith(".toml"));
  const agents = await Promise.all(
    names.map(async (name) => {
      const path = `agents/${name}`;
      const schema = await shipped.schemaOf(name.replace(/\.toml$/, ""));
      return { path, text: withAnswerSection(readOrEmpty(join(root, path)), path, schema?.schema) };
    }),
  );
  return [...pages.filter(({ text }) => text !== ""), ...agents, { path: "references/rules.md", text: rulesPage() }];
}

function markdownBelow(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && path !== "rules.md")
    .map((path) => `${directory}/${path.replaceAll("\\", "/")}`)
    .sort();
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
