/** A stretch of time, in milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Where moments stand on a line that is 100 long. */
export interface TimeScale {
  /** 0 to 100; moments outside the period stand at its ends. */
  readonly at: (ms: number) => number;
  /** Long stretches in which nobody worked: they are drawn short. */
  readonly gaps: readonly Period[];
  /** Round times to label, counted from the period's begin. */
  readonly ticks: readonly { readonly sinceMs: number; readonly at: number }[];
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [1, 2, 5, 10, 15, 30].flatMap((count) => [count * second, count * minute]);
const longSteps = [1, 2, 3, 6, 12, 24, 48, 168].map((count) => count * hour);

/** A scale for a period in which somebody worked at times. A night between two turns does not squeeze the turns to slivers. */
export function timeScale(period: Period, work: readonly Period[]): TimeScale {
  const whole = { from: period.from, to: Math.max(period.to, period.from + 1) };
  const gaps = longGaps(whole, work);
  const shownMs = whole.to - whole.from - gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const gapWidth = Math.min(4, 30 / Math.max(1, gaps.length));
  const perMs = (100 - gapWidth * gaps.length) / Math.max(1, shownMs);
  const at = (ms: number): number => {
    const moment = Math.min(Math.max(ms, whole.from), whole.to);
    let place = (moment - whole.from) * perMs;
    for (const { from, to } of gaps) {
      const inside = Math.max(0, Math.min(moment, to) - from);
      place += (inside / (to - from)) * gapWidth - inside * perMs;
    }
    return Math.min(100, Math.max(0, place));
  };
  return { at, gaps, ticks: ticksOf(whole, gaps, shownMs, at) };
}

/** Idle stretches that are long, measured by how long anybody worked at all. */
function longGaps(whole: Period, work: readonly Period[]): Period[] {
  const idle: Period[] = [];
  let busyMs = 0;
  let last = whole.from;
  for (const { from, to } of work.toSorted((a, b) => a.from - b.from)) {
    if (from > last) idle.push({ from: last, to: Math.min(from, whole.to) });
    busyMs += Math.max(0, to - Math.max(from, last));
    last = Math.max(last, to);
  }
  if (whole.to > last && work.length > 0) idle.push({ from: last, to: whole.to });
  const limitMs = Math.max(minute, busyMs * 0.15);
  return idle.filter(({ from, to }) => to - from > limitMs);
}

/** Round times, at least a tenth of the line apart, outside gaps. */
function ticksOf(whole: Period, gaps: readonly Period[], shownMs: number, at: TimeScale["at"]): TimeScale["ticks"] {
  const all = [...steps, ...longSteps].sort((a, b) => a - b);
  const step = all.find((length) => shownMs / length <= 8) ?? Math.ceil(shownMs / 8);
  const ticks: { sinceMs: number; at: number }[] = [];
  let start = whole.from;
  for (const { from, to } of [...gaps, { from: whole.to, to: whole.to }]) {
    const first = Math.ceil((start - whole.from) / step) * step;
    for (let sinceMs = first; whole.from + sinceMs <= from; sinceMs += step) {
      const place = at(whole.from + sinceMs);
      if (place - (ticks.at(-1)?.at ?? -100) >= 9) ticks.push({ sinceMs, at: place });
    }
    start = to;
  }
  return ticks;
}
