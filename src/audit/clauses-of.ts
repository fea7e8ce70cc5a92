/** A person's words in lower case, clause by clause, without the skills they name; what is quoted is taken as it stands. */
export function clausesOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(/(?:\[\$[\w:-]+\]\([^)\n]*\)|\$[a-z][\w:-]*)/g, " ")
    .replaceAll("’", "'")
    .split(/[.,;:!?\n"“”„()]+|\s[–—-]+\s/)
    .map((clause) => clause.replaceAll(/\s+/g, " ").trim())
    .filter((clause) => clause !== "");
}
