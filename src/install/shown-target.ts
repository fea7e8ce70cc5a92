import { sep } from "node:path";
import { absolutePath, type Place } from "./place.ts";

/** A target by the name a person finds it under: as it is in a project, `~/…` or its whole path in the user's place. */
export function shownTarget(place: Place, target: string): string {
  if (place.scope === "project") return target;
  const path = absolutePath(place, target);
  const { base: home } = place.mounts[".agents"];
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}

/** The same for a finding, which programs open: never shortened. */
export function fileOf(place: Place, target: string): string {
  return place.scope === "project" ? target : absolutePath(place, target);
}
