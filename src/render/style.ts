/** Colours for a terminal, or the same words plain. Untrusted text is cleaned before it gets here. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

const wrap = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text: string): string => text;

export const plain: Style = { bold: same, dim: same, red: same, green: same, yellow: same, blue: same };
export const coloured: Style = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  red: wrap(31, 39),
  green: wrap(32, 39),
  yellow: wrap(33, 39),
  blue: wrap(34, 39),
};

/** Replaces control characters, which could rewrite what a terminal shows, by visible ones. Tabs become two spaces. */
export function visible(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\uFFFD");
}
