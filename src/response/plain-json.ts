/**
 * Whether the JSON `text`, which parsed to `value`, surely gives no key twice and nests at most `depth` levels. Counts
 * each colon behind a quote, with or without white space between, and compares with the keys that survived parsing:
 * equal counts prove it. A surplus (a string that holds `":` counts as well) says nothing, and the caller looks exactly.
 */
export function isPlain(text: string, value: object, depth: number): boolean {
  let inText = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) <= 32) before--;
    if (text.charCodeAt(before) === 34) inText++;
  }
  return inText === countKeys(value as Readonly<Record<string, unknown>>, depth);
}

/** The keys of an object and everything in it; NaN when it nests deeper than `depth`. Written for speed: it runs on every answer. */
function countKeys(value: Readonly<Record<string, unknown>>, depth: number): number {
  if (depth === 0) return Number.NaN;
  let count = 0;
  // No list of names is made: an object that was parsed inherits nothing a loop could see.
  for (const name in value) {
    count++;
    const item = value[name];
    if (typeof item === "object" && item !== null) count += countIn(item, depth - 1);
  }
  return count;
}

function countIn(value: object, depth: number): number {
  if (!Array.isArray(value)) return countKeys(value as Readonly<Record<string, unknown>>, depth);
  if (depth === 0) return Number.NaN;
  let count = 0;
  for (const item of value as readonly unknown[]) {
    if (typeof item === "object" && item !== null) count += countIn(item, depth - 1);
  }
  return count;
}
