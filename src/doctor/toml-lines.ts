/** Lines for a config.toml as the end of a hint, indented to be read and to be copied. */
export function tomlLines(...lines: readonly string[]): string {
  return lines.map((line) => `\n    ${line}`).join("");
}

/** A basic TOML string. JSON's escapes are TOML's, but for DEL. */
export function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}
