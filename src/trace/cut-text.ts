/** How much of a text is kept, in UTF-16 units: a prompt or an answer whole, of a command's output the beginning. */
export const textLimits = { words: 1_000_000, output: 2_000, reason: 4_000 } as const;

/** The text's first `limit` units, as a text of its own: a mere slice would keep the whole line in memory. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : Buffer.from(text.slice(0, limit), "utf16le").toString("utf16le");
}
