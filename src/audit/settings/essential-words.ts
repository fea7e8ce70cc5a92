const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const commit = /\b(?=[a-f]*\d)[0-9a-f]{7,64}\b/g;

/**
 * A fingerprint of what a message says, in 16 hex digits: the same when only numbers, ids, letters' case or spaces
 * changed. 64-bit FNV-1a; it tells a few findings apart, and secures nothing.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function essentialWords(message: string): string {
  const words = message
    .toLowerCase()
    .replace(uuid, "#")
    .replace(commit, "#")
    .replace(/\d+/g, "#")
    .replace(/\s+/g, " ")
    .trim();
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < words.length; index++) {
    hash ^= BigInt(words.charCodeAt(index));
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, "0");
}
