const mention = /(?<![\w$])\$([A-Za-z0-9][\w-]*(?::[\w-]+)*)/g;

/**
 * The names a person's text mentions as `$name`, each once, in its order: a whole token, letters' case included. Whether
 * there is a skill of that name Codex knows; a shell variable in the text looks the same.
 */
export function mentionedSkills(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(mention), ([, name = ""]) => name))];
}
