/** Whether a text carries another one, in whatever words: half of those that carry its meaning are enough. */
export function carries(text: string, carried: string): boolean {
  const said = wordsOf(text);
  const words = [...wordsOf(carried)];
  return words.filter((word) => said.has(word)).length * 2 >= words.length;
}

/** The words that carry a text's meaning: those of four letters or more. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}
