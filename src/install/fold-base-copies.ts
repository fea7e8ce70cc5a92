import { parseBaseCopies, renderBaseCopies } from "./base-copies.ts";
import type { Content } from "./content.ts";
import { layout, targetOfBase } from "./layout.ts";
import type { Effect } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The same effects with all that happens to pristine copies as one: their file is replaced as a whole, or removed when
 * no copy is left. Pure.
 */
export function foldBaseCopies(effects: readonly Effect[], { files }: Snapshot): readonly Effect[] {
  const changes = new Map<string, Content | undefined>();
  for (const effect of effects) {
    const target = targetOfBase(effect.path);
    if (target !== undefined) changes.set(target, effect.do === "write" ? effect.content : undefined);
  }
  if (changes.size === 0) return effects;
  const over = files.get(layout.baseCopies)?.content;
  const copies = new Map(over === undefined ? [] : parseBaseCopies(over));
  for (const [target, content] of changes) {
    if (content === undefined) copies.delete(target);
    else copies.set(target, content);
  }
  const rest = effects.filter(({ path }) => targetOfBase(path) === undefined);
  const at = { stage: "record", path: layout.baseCopies } as const;
  if (copies.size > 0) {
    return [...rest, { do: "write", ...at, content: renderBaseCopies(copies), over, mode: undefined }];
  }
  return over === undefined ? rest : [...rest, { do: "remove", ...at, over }];
}
