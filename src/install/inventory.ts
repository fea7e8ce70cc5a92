import { parseFrontMatter } from "../parse/front-matter.ts";
import { parseToml } from "../parse/toml.ts";
import { shownText } from "./content.ts";
import { filesByTarget, type Manifest } from "./manifest.ts";
import type { Release, ReleaseFile } from "./release.ts";

/** One thing the pack holds that a person knows by name. */
export interface InventoryItem {
  readonly kind: "recipe" | "skill" | "agent";
  readonly name: string;
  readonly description: string;
  readonly installed: boolean;
}

/** The recipes, skills and agents of a release, each by name, with what they say they are for. Pure. */
export function takeInventory(release: Release, manifest: Manifest | undefined): InventoryItem[] {
  const installed = filesByTarget(manifest);
  return release.files
    .flatMap((file) => {
      const item = itemOf(file);
      const entry = installed.get(file.target);
      return item === undefined ? [] : [{ ...item, installed: entry?.base !== undefined && !entry.retired }];
    })
    .sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

const order: readonly InventoryItem["kind"][] = ["recipe", "skill", "agent"];

function rank({ kind }: InventoryItem): number {
  return order.indexOf(kind);
}

function itemOf(file: ReleaseFile): Omit<InventoryItem, "installed"> | undefined {
  const { target, source } = file;
  const skill = /^\.agents\/skills\/([^/]+)\/SKILL\.md$/.exec(target)?.[1];
  const agent = /^\.codex\/agents\/([^/]+)\.toml$/.exec(target)?.[1];
  const name = skill ?? agent;
  if (name === undefined) return undefined;
  const parse = skill === undefined ? parseToml : parseFrontMatter;
  const value = parse(shownText(file.content), source).value;
  const description =
    value !== null && typeof value === "object" ? (value as { description?: unknown }).description : "";
  const kind = agent !== undefined ? "agent" : source.startsWith("recipes/") ? "recipe" : "skill";
  return { kind, name, description: typeof description === "string" ? description : "" };
}
