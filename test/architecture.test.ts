import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const src = join(root, "src");

/** Which folder may import which: references/architecture.md shows the same table to people. */
const layers: Readonly<Record<string, readonly string[]>> = {
  core: [],
  parse: ["core"],
  contract: ["core", "parse"],
  response: ["core", "parse", "contract"],
  workflow: ["core", "parse", "contract"],
  pack: ["core", "parse", "contract", "response", "workflow"],
  install: ["core", "parse", "pack"],
  codex: ["core"],
  doctor: ["core", "parse", "contract", "pack", "install", "codex"],
  run: ["core", "contract", "workflow"],
  trace: ["core", "parse"],
  audit: ["core", "parse", "contract", "response", "workflow", "trace"],
  hooks: ["core", "contract", "response", "pack", "workflow", "trace", "audit", "run"],
  mcp: ["core", "contract", "response", "pack", "run"],
  render: ["core", "trace", "audit"],
};
/** Nothing of these touches the disk, the clock or a process. */
const pure = ["core", "parse", "contract", "response", "workflow", "audit", "render"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();
const texts = new Map(files.map((path) => [path, readFileSync(join(src, path), "utf8")]));
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const text = texts.get(from) ?? "";
  const statements = text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?([^;]*?from\s+)?["']([^"']+)["']/g);
  const dynamic = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  const named = [...statements].map(([, , type, clause = "", to = ""]) => {
    const names =
      /\{([^}]*)\}/
        .exec(clause)?.[1]
        ?.split(",")
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const allTypes = names.length > 0 && /^\s*\{/.test(clause) && names.every((name) => name.startsWith("type "));
    return { from, to: resolved(from, to), typeOnly: type !== undefined || allTypes };
  });
  return [...named, ...[...dynamic].map(([, to = ""]) => ({ from, to: resolved(from, to), typeOnly: true }))];
}

function resolved(from: string, to: string): string {
  return to.startsWith(".") ? relative(src, join(src, dirname(from), to)).replaceAll("\\", "/") : to;
}

const folderOf = (path: string): string => path.split("/")[0] ?? "";
const isOurs = (path: string): boolean => path.endsWith(".ts");

describe("the layers", () => {
  test.each(Object.entries(layers))("%s imports only what is below it: %s", (folder, below) => {
    const allowed = [folder, ...below];
    const wrong = imports.filter(
      ({ from, to }) => folderOf(from) === folder && isOurs(to) && !allowed.includes(folderOf(to)),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("every folder of src has its place in the table", () => {
    const folders = new Set(files.filter((path) => path.includes("/")).map(folderOf));
    expect([...folders].filter((folder) => folder !== "cli" && layers[folder] === undefined)).toEqual([]);
  });

  test("src imports nothing of scripts or test", () => {
    expect(imports.filter(({ to }) => to.startsWith("..")).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("no module imports itself by way of others", () => {
    expect(cycles()).toEqual([]);
  });

  test("pure folders import nothing of Node", () => {
    const wrong = imports.filter(({ from, to }) => pure.includes(folderOf(from)) && to.startsWith("node:"));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

/** Cycles of imports by value: types vanish, and an import() runs later. */
function cycles(): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly && isOurs(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push([...way.slice(way.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    state.set(path, "done");
  };
  for (const path of files) visit(path, []);
  return found;
}

describe("the modules", () => {
  test("only the command line prints and exits", () => {
    const speaks = /\bconsole\.|process\.(exit|stdout|stderr)\b/;
    const wrong = files.filter(
      (path) => folderOf(path) !== "cli" && speaks.test(withoutComments(texts.get(path) ?? "")),
    );
    expect(wrong).toEqual([]);
  });

  test("none is longer than 250 lines", () => {
    expect(files.filter((path) => (texts.get(path) ?? "").split("\n").length > 251)).toEqual([]);
  });

  test("the middle one has less than 100 lines", () => {
    const lengths = files.map((path) => (texts.get(path) ?? "").split("\n").length).sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(100);
  });

  test("names say what is in them", () => {
    const names = /(^|\/)(utils?|helpers?|common|misc|types)\.ts$/;
    expect(files.filter((path) => names.test(path) || !/^[a-z0-9/-]+\.ts$/.test(path))).toEqual([]);
  });

  test("only the public entry is a barrel", () => {
    const exportsOnly = (text: string): boolean =>
      withoutComments(text)
        .split(/;\s*/)
        .every((line) => line.trim() === "" || /^\s*export\b.*\bfrom\b/s.test(line));
    expect(files.filter((path) => exportsOnly(texts.get(path) ?? ""))).toEqual(["index.ts"]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
