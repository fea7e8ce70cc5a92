/** How long texts may be that a run keeps, in UTF-16 units, and how many of other things. */
export const limits = {
  goal: 2_000,
  title: 500,
  summary: 4_000,
  evidence: 4_000,
  nextAction: 2_000,
  note: 4_000,
  words: 4_000,
  compensation: 2_000,
  name: 200,
  stateSize: 65_536,
  stateDepth: 64,
  steps: 500,
  attempts: 100,
} as const;

/** Cuts a text to `limit` units, the visible marker included, which says how many are missing. Never splits a character. */
export function capText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const marker = (cut: number): string => `… [cut: ${cut} more characters]`;
  const room = limit - marker(text.length).length;
  const kept = text.slice(0, room).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}${marker(text.length - kept.length)}`;
}
