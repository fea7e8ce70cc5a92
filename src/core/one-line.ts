/** A text on one line of at most so many characters; of one that is ten times as long, the rest is not looked at. */
export function oneLine(text: string, most: number): string {
  const seen = text.slice(0, 10 * most);
  const line = seen.replaceAll(/\s+/g, " ").trim();
  return line.length > most || seen.length < text.length ? `${line.slice(0, most - 1)}…` : line;
}
