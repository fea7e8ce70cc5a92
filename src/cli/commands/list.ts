import { findPlace } from "../../install/find-place.ts";
import { type InventoryItem, takeInventory } from "../../install/inventory.ts";
import { projectPlace } from "../../install/place.ts";
import { readManifest } from "../../install/read-manifest.ts";
import { realDisk } from "../../install/real-disk.ts";
import { visible } from "../../render/style.ts";
import { defineCommand } from "../define-command.ts";
import type { Io } from "../io.ts";
import { type PlaceOptions, placeOptions } from "../place-options.ts";
import { styleFor } from "../style-for.ts";
import { releaseFor } from "../sync-command.ts";
import { version } from "../version.ts";

export default defineCommand<PlaceOptions>({
  parameters: [],
  options: placeOptions.filter(({ flags }) => flags !== "--verbose"),
  examples: [
    ["baton list", "the recipes, skills and agents of the pack, and which of them are installed here"],
    ["baton list --json", "the same for a program"],
  ],
  run: async (io, _, options) => {
    const place = findPlace(io.cwd, io.env, options);
    const manifest = place === undefined ? undefined : await readManifest(realDisk, place, version);
    const items = takeInventory(releaseFor(place ?? projectPlace(io.cwd), "list"), manifest);
    if (options.json) io.out(`${JSON.stringify({ ok: true, version, items }, null, 2)}\n`);
    else io.out(inWords(io, items));
    return 0;
  },
});

const headings: Readonly<Record<InventoryItem["kind"], string>> = {
  recipe: "Recipes (in Codex: $name)",
  skill: "Skills",
  agent: "Agents",
};

function inWords(io: Io, items: readonly InventoryItem[]): string {
  const style = styleFor(io, "stdout");
  const width = Math.max(0, ...items.map(({ name }) => name.length)) + 2;
  const sections = (["recipe", "skill", "agent"] as const).flatMap((kind) => {
    const lines = items
      .filter((item) => item.kind === kind)
      .map(({ name, description, installed }) => {
        const mark = installed ? style.green("●") : style.dim("○");
        return `  ${mark} ${visible(name).padEnd(width)}${style.dim(visible(firstSentence(description)))}`;
      });
    return lines.length === 0 ? [] : [`${style.bold(headings[kind])}\n${lines.join("\n")}`];
  });
  return `${sections.join("\n\n")}\n\n${style.green("●")} installed here  ${style.dim("○")} not\n`;
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}
