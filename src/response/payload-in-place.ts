/**
 * A payload with everything before it blanked, so that what a parser says about its places holds for the whole text.
 * Line ends and a leading byte order mark stay.
 */
export function payloadInPlace(text: string, start: number, end: number): string {
  const mark = text.startsWith("\uFEFF") && start > 0 ? "\uFEFF" : "";
  return mark + text.slice(mark.length, start).replace(/[^\r\n]/g, " ") + text.slice(start, end);
}
