/** How much of a text is kept, in UTF-16 units: a prompt or an answer whole, of a command's output the beginning. */
export const textLimits = { words: 1_000_000, output: 2_000, reason: 4_000 } as const;

const beyondLatin1 = /[^\x00-\xff]/;

/** The text's first `limit` units; of a much longer one as a text of its own, for a mere slice would keep it all in memory. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  if (text.length < limit * 2) return cut;
  const encoding = beyondLatin1.test(cut) ? "utf16le" : "latin1";
  return Buffer.from(cut, encoding).toString(encoding);
}
