/**
 * A text on one line, cut so that it takes at most so many tokens of any tokenizer that knows the bytes: of letters it keeps
 * less than two for each token, of characters that tokenizers know little of far less.
 */
export function cutToTokens(text: string, most: number): string {
  const line = text
    .slice(0, most * 20)
    .replaceAll(/\s+/g, " ")
    .trim();
  let left = most - 1;
  let kept = "";
  for (const char of line) {
    left -= weightOf(char);
    if (left < 0) return `${kept.trimEnd()}…`;
    kept += char;
  }
  return text.length > most * 20 ? `${kept}…` : kept;
}

/** Tokenizers know words, but what somebody else wrote need not be any. */
function weightOf(char: string): number {
  if (char === " ") return 0.1;
  if (/[A-Za-z0-9]/.test(char)) return 0.6;
  return /[_\-./,]/.test(char) ? 0.7 : Buffer.byteLength(char);
}
