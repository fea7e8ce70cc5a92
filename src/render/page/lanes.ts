import type { Period } from "./time-scale.ts";

/** Puts periods that overlap beside each other: each into the first lane, counted from 0, that is free when it begins. */
export function lanesOf<Item extends Period>(
  periods: readonly Item[],
): { readonly placed: readonly (Item & { readonly lane: number })[]; readonly lanes: number } {
  const busyUntil: number[] = [];
  const placed = periods
    .toSorted((one, other) => one.from - other.from)
    .map((period) => {
      const free = busyUntil.findIndex((to) => to <= period.from);
      const lane = free < 0 ? busyUntil.length : free;
      busyUntil[lane] = period.to;
      return { ...period, lane };
    });
  return { placed, lanes: Math.max(1, busyUntil.length) };
}
