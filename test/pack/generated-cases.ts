import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { diskReader } from "../../src/pack/disk-reader.ts";
import type { PackReader } from "../../src/pack/pack-reader.ts";

/** A corpus case that git does not carry safely: bytes, line ends, links, great numbers. */
export interface GeneratedCase {
  readonly code: string;
  readonly name: string;
  readonly open: () => { readonly reader: PackReader; readonly remove: () => void };
}

type Content = string | Uint8Array | { readonly link: string };

const tables = "---\nname: tables\ndescription: Formats tables. Use when a table is edited.\n---\n\n# Tables\n";
const skill = ".agents/skills/tables/SKILL.md";

export const generatedCases: readonly GeneratedCase[] = [
  onDisk("skill/byte-order-mark", "bad", { [skill]: `\uFEFF${tables}` }),
  onDisk("skill/byte-order-mark", "ok", { [skill]: tables.replaceAll("\n", "\r\n") }),
  onDisk("skill/symlinked-file", "bad-inside", {
    ".agents/skills/tables/text.md": tables,
    [skill]: { link: "text.md" },
  }),
  onDisk("skill/symlinked-file", "bad-outside", { [skill]: { link: "/etc/hostname" } }),
  onDisk("skill/symlinked-file", "ok", {
    "shared/tables/SKILL.md": tables,
    ".agents/skills/tables": { link: "../../shared/tables" },
  }),
  onDisk("agent/wrong-directory", "ok-linked", {
    ".agents/agents/reviewer.toml": 'name = "reviewer"\ndescription = "Reviews."\ndeveloper_instructions = "Review."\n',
    ".codex/agents": { link: "../.agents/agents" },
  }),
  onDisk("pack/symlink-outside", "bad-directory", { ".agents/skills/everything": { link: "/" } }),
  onDisk("pack/symlink-outside", "bad-root", { ".agents/skills": { link: "/" }, "skills/everything": { link: "/" } }),
  onDisk("pack/symlink-outside", "bad-agents", { ".codex/agents/more": { link: "/" } }),
  onDisk("pack/symlink-outside", "bad-config-file", {
    ".codex/config.toml": '[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "reviewer.toml"\n',
    ".codex/reviewer.toml": { link: "/etc/hostname" },
  }),
  onDisk("pack/symlink-outside", "ok-loop", { [skill]: tables, ".agents/skills/again": { link: "." } }),
  onDisk("pack/not-utf8", "bad-skill", { [skill]: Buffer.from(tables.replace("Formats", "Setzt f\u00fcr"), "latin1") }),
  onDisk("pack/not-utf8", "bad-agent", { ".codex/agents/a.toml": Buffer.from('name = "caf\u00e9"\n', "latin1") }),
  onDisk("pack/not-utf8", "ok", { [skill]: tables.replace("Formats", "Setzt f\u00fcr") }),
  onDisk("parse/too-large", "bad", { [skill]: `${tables}${"x".repeat(1_000_001)}` }),
  onDisk("parse/too-large", "ok", { [skill]: `${tables}${"x".repeat(500_000)}` }),
  onDisk("parse/unreadable", "bad", { ".codex/agents/gone.toml": { link: "nowhere.toml" } }),
  onDisk("parse/unreadable", "ok", { [skill]: tables }),
  inMemory("pack/too-many-files", "bad", 150),
  inMemory("pack/too-many-files", "ok", 10),
];

function onDisk(code: string, name: string, files: Readonly<Record<string, Content>>): GeneratedCase {
  return {
    code,
    name,
    open: () => {
      const parent = mkdtempSync(join(tmpdir(), "baton-corpus-"));
      const directory = join(parent, name);
      for (const [path, content] of Object.entries(files)) {
        const place = join(directory, path);
        mkdirSync(dirname(place), { recursive: true });
        if (typeof content === "object" && "link" in content) symlinkSync(content.link, place);
        else writeFileSync(place, content);
      }
      return { reader: diskReader(directory, parent), remove: () => rmSync(parent, { recursive: true, force: true }) };
    },
  };
}

/** A tree of directories, two levels deep, each with as many in it. */
function inMemory(code: string, name: string, width: number): GeneratedCase {
  const names = Array.from({ length: width }, (_, index) => ({ name: `d${index}`, kind: "directory" as const }));
  const reader: PackReader = {
    rootName: name,
    show: (path) => (path === "" ? name : `${name}/${path}`),
    list: (path) => (path.split("/").length <= 1 ? names : []),
    read: () => ({ problem: "unreadable", detail: "it is not there" }),
    kindOf: (path) => (path.includes(".") ? undefined : "directory"),
    resolve: (path) => path,
  };
  return { code, name, open: () => ({ reader, remove: () => undefined }) };
}
