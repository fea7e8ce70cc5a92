import { relative, sep } from "node:path";
import { isInside } from "../../doctor/is-inside.ts";
import type { Timeline } from "../../trace/timeline.ts";

/** The same timeline with the files below `cwd` named from there: that is how findings name them, and CI finds them. */
export function nameFiles(timeline: Timeline, cwd: string): Timeline {
  const names = new Map<string, string>();
  const nameOf = (file: string): string => {
    const known = names.get(file);
    if (known !== undefined) return known;
    const name = isInside(file, cwd) ? relative(cwd, file).replaceAll(sep, "/") : file;
    names.set(file, name);
    return name;
  };
  const named = <Item extends { readonly where: { readonly file: string } }>(item: Item): Item => {
    const file = nameOf(item.where.file);
    return file === item.where.file ? item : { ...item, where: { ...item.where, file } };
  };
  return {
    ...timeline,
    threads: timeline.threads.map((thread) => ({ ...thread, file: nameOf(thread.file) })),
    events: timeline.events.map(named),
    notes: timeline.notes.map(named),
  };
}
