/**
 * Whether the JSON `text`, which parsed to `value`, surely gives no key twice and nests at most `depth` levels. Counts
 * what looks like a key in the text and compares with the keys that survived parsing: equal counts prove it. A surplus
 * (a string that holds `":` counts as well) says nothing, and the caller looks exactly.
 */
export function isPlain(text: string, value: unknown, depth: number): boolean {
  const keys = countKeys(value, depth);
  let inText = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) inText++;
  // White space between a key and its colon is legal and rare: those keys are not counted here.
  return inText === keys;
}

/** The keys of a value and everything in it; NaN when it nests deeper than `depth`. */
function countKeys(value: unknown, depth: number): number {
  if (value === null || typeof value !== "object") return 0;
  if (depth === 0) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item, depth - 1);
    return count;
  }
  for (const key in value) count += 1 + countKeys((value as Record<string, unknown>)[key], depth - 1);
  return count;
}
