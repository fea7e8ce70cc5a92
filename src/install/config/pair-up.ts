/**
 * Pairs elements of two lists, each at most once: first all that pass the first test, then what is left by the next one;
 * within a test in order. Returns for each index of `left` its partner's index in `right`.
 */
export function pairUp<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  tests: readonly ((one: Left, other: Right) => boolean)[],
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const test of tests) {
    for (const [at, one] of left.entries()) {
      if (pairs.has(at)) continue;
      const partner = right.findIndex((other, index) => !taken.has(index) && test(one, other));
      if (partner === -1) continue;
      pairs.set(at, partner);
      taken.add(partner);
    }
  }
  return pairs;
}
