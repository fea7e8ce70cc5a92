import type { Intent } from "./carry-out.ts";
import { layout } from "./layout.ts";
import { renderManifest } from "./manifest.ts";

/** The records of Baton's own that a plan brings up to date, where that is all it does. */
export function recordRepairs({ plan, manifest }: Intent): readonly string[] {
  const { effects, actions, pending, final } = plan;
  const isIdle = actions.every(({ kind }) => kind === "current" || kind === "keep");
  if (pending === undefined || final === undefined || manifest === undefined || !isIdle) return [];
  const copies = effects.some(({ path }) => path === layout.baseCopies) ? [layout.baseCopies] : [];
  return renderManifest(manifest) === renderManifest(final) ? copies : [...copies, layout.manifest];
}
