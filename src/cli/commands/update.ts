import { Failure } from "../../core/failure.ts";
import { layout } from "../../install/layout.ts";
import { absolutePath } from "../../install/place.ts";
import { realDisk } from "../../install/real-disk.ts";
import { defineCommand } from "../define-command.ts";
import { placeFor } from "../place-options.ts";
import { samePlace } from "../same-place.ts";
import { runSync, type SyncOptions, syncOptions } from "../sync-command.ts";

export default defineCommand<SyncOptions>({
  parameters: [],
  options: syncOptions,
  examples: [
    ["npx codex-baton@latest update", "bring this repository's pack to the newest version, over your edits"],
    ["baton update --dry-run", "what would be replaced, merged, moved, removed; nothing is written"],
    ["baton update --restore", "bring back files you deleted, too"],
    ["baton update --on-conflict keep", "where both changed the same lines: keep yours"],
  ],
  run: async (io, _, options) => {
    const place = placeFor(io, options);
    const here = samePlace(io, place);
    if (realDisk.look(absolutePath(place, layout.manifest)) === undefined) {
      throw new Failure("install/not-installed", `Baton is not installed in ${place.root}`, {
        status: 2,
        hint: `run baton install${here}`,
      });
    }
    return runSync(
      io,
      place,
      options,
      "update",
      `\nNext: baton doctor${here} shows what is in force, and whether a new hook waits for baton trust${here}; baton diff${here} shows your own edits\n`,
    );
  },
});
