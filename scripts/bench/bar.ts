/** One line of the report: a figure against its bar. `missed` is counted at the end. */
export interface Line {
  readonly text: string;
  readonly missed: boolean;
}

/** A figure that should not exceed its bar. */
export function atMost(label: string, value: number, bar: number, detail: string): Line {
  return line(label, value, value <= bar, `≤ ${bar}`, detail);
}

/** A figure that should reach its bar. */
export function atLeast(label: string, value: number, bar: number, detail: string): Line {
  return line(label, value, value >= bar, `≥ ${bar}`, detail);
}

/** A figure without a bar. */
export function figure(label: string, detail: string): Line {
  return { text: `${label.padEnd(44)} ${detail}`, missed: false };
}

function line(label: string, value: number, met: boolean, bar: string, detail: string): Line {
  const shown = Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(2);
  return {
    text: `${label.padEnd(44)} ${shown.padStart(7)}  ${met ? "ok    " : "MISSED"} (${bar})  ${detail}`,
    missed: !met,
  };
}
