import { contentOf } from "./content.ts";
import { isOpaque } from "./line-ends.ts";
import { absolutePath, type Place } from "./place.ts";
import { isMergeable, type Release } from "./release.ts";

/**
 * The pack as a user-wide install holds it: where its texts name an installed path (`.agents/skills/…`,
 * `.baton/templates/…`), the absolute one stands. In a project the texts are right as they are. Paths of a project's
 * own, such as `.baton/runs.db`, are not the pack's and stay.
 */
export function rewritePaths(release: Release, place: Place): Release {
  if (place.scope === "project") return release;
  const named = new Map<string, string>();
  for (const { target } of release.files) {
    const path = target.split("/").slice(0, 2).join("/");
    // Forward slashes work everywhere and need no escaping in TOML and JSON.
    named.set(path, contentOf(absolutePath(place, path).replaceAll("\\", "/")));
  }
  const alternatives = [...named.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<![\\w./~$}-])(?:\\./)?(${alternatives.join("|")})(?![\\w-])`, "g");
  return {
    ...release,
    files: release.files.map((file) =>
      !isMergeable(file.target) || isOpaque(file.content)
        ? file
        : {
            ...file,
            content: file.content.replace(pattern, (_, path: string) => named.get(path) ?? path) as typeof file.content,
          },
    ),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
