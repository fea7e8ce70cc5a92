import { isAbsolute, relative, resolve, sep } from "node:path";
import { Failure } from "../../core/failure.ts";
import { codexSettings } from "../../install/codex-settings.ts";
import { pathsOfDrift } from "../../install/drift.ts";
import { localEdits } from "../../install/local-edits.ts";
import { absolutePath, type Place } from "../../install/place.ts";
import { readManifest } from "../../install/read-manifest.ts";
import { realDisk } from "../../install/real-disk.ts";
import { settingEdits } from "../../install/setting-edits.ts";
import { readSnapshot } from "../../install/snapshot.ts";
import type { DiffLine } from "../../install/unified-diff.ts";
import { type Style, visible } from "../../render/style.ts";
import { defineCommand } from "../define-command.ts";
import type { Io } from "../io.ts";
import { type PlaceOptions, placeFor, placeOptions } from "../place-options.ts";
import { samePlace } from "../same-place.ts";
import { styleFor } from "../style-for.ts";
import { version } from "../version.ts";

export default defineCommand<PlaceOptions>({
  parameters: [{ name: "[path]", description: "an installed file or directory; without one, all" }],
  options: placeOptions.filter(({ flags }) => flags !== "--verbose"),
  examples: [
    ["baton diff", "what you changed or deleted of what was installed, Baton's settings included"],
    ["baton diff .agents/skills/coding-rules", "in one skill"],
    ["baton diff | git apply -R", "take your edits back"],
  ],
  run: async (io, [path], options) => {
    const place = placeFor(io, options);
    const manifest = await readManifest(realDisk, place, version);
    if (manifest === undefined) {
      throw new Failure("install/not-installed", `Baton is not installed in ${place.root}`, {
        status: 2,
        hint: `run baton install${samePlace(io, place)}`,
      });
    }
    const snapshot = await readSnapshot(realDisk, place, pathsOfDrift(manifest));
    const under = typeof path === "string" ? targetOf(io, place, path) : undefined;
    const files = localEdits(manifest, snapshot, under);
    const edits = [...files, ...(await settingEdits(manifest, codexSettings(place), snapshot, under))];
    if (options.json) {
      const shown = edits.map(({ target, lines }) => ({ target, diff: lines.map(({ text }) => `${text}\n`).join("") }));
      io.out(`${JSON.stringify({ ok: true, version: manifest.version, files: shown }, null, 2)}\n`);
      return 0;
    }
    const style = styleFor(io, "stdout");
    for (const { lines } of edits) for (const line of lines) io.out(`${painted(line, style, io.terminal.stdout)}\n`);
    return 0;
  },
});

/** The target a path means, from where the user stands; undefined for the root of all. */
function targetOf(io: Io, place: Place, path: string): string | undefined {
  const absolute = resolve(io.cwd, path);
  if (absolute === place.root && place.scope === "project") return undefined;
  for (const mount of [".agents", ".baton", ".codex"] as const) {
    const inside = relative(absolutePath(place, mount), absolute);
    const within = inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
    if (within) return [mount, ...inside.split(sep)].filter((part) => part !== "").join("/");
  }
  return path;
}

function painted(line: DiffLine, style: Style, terminal: boolean): string {
  const text = terminal ? visible(line.text) : line.text;
  if (line.kind === "added") return style.green(text);
  if (line.kind === "removed") return style.red(text);
  if (line.kind === "file") return style.bold(text);
  return line.kind === "hunk" ? style.blue(text) : text;
}
