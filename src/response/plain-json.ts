/**
 * Whether the JSON `text`, which parsed to `value`, surely gives no key twice and nests at most `depth` levels. Counts
 * each colon behind a quote, with or without white space between, and compares with the keys that survived parsing:
 * equal counts prove it. A surplus (a string that holds `":` counts as well) says nothing, and the caller looks exactly.
 */
export function isPlain(text: string, value: object, depth: number): boolean {
  const keys = countKeys(value, depth);
  let inText = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) <= 32) before--;
    if (text.charCodeAt(before) === 34) inText++;
  }
  return inText === keys;
}

/** The keys of a value and everything in it; NaN when it nests deeper than `depth`. Written for speed: it runs on every answer. */
function countKeys(value: object, depth: number): number {
  if (depth === 0) return Number.NaN;
  const names = Array.isArray(value) ? undefined : Object.keys(value);
  const items = names ?? (value as readonly unknown[]);
  let count = names === undefined ? 0 : names.length;
  for (let at = 0; at < items.length; at++) {
    const item: unknown = names === undefined ? items[at] : (value as Record<string, unknown>)[names[at] as string];
    if (typeof item === "object" && item !== null) count += countKeys(item, depth - 1);
  }
  return count;
}
