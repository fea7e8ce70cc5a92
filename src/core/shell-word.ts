/** A text as one word of a POSIX shell, to be shown and copied: as it is where nothing in it means anything there. */
export function shellWord(text: string): string {
  return /^[\w./@:+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
