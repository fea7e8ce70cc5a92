/** That files are committed, as the beginning of a sentence: the first by its name, of the others how many there are. */
export function committedWords([first = "", ...more]: readonly string[]): string {
  return more.length === 0 ? `"${first}" is committed` : `"${first}" and ${more.length} more are committed`;
}
