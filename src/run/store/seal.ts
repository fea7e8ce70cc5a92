/**
 * A checksum (64 bits, hex) that ties a run's stored state to the end of its chain: rows that were damaged or changed by
 * hand no longer fit it. It is no signature: what proves a history is its chain of SHA-256 hashes, which costs a command
 * that only reads more than all else it does.
 */
export function sealOf(head: string, run: string, steps: readonly string[]): string {
  const texts = [head, run, ...steps];
  // In UTF-8, as SQLite keeps them, one behind the other, in memory that is not the engine's to collect.
  const bytes = Buffer.allocUnsafe(3 * texts.reduce((sum, text) => sum + text.length, 0));
  let length = 0;
  // Two lanes of multiply-and-mix: over where each text ends, then over words of four bytes.
  let one = 0x9e3779b1;
  let other = 0x85ebca6b;
  for (const text of texts) {
    length += bytes.write(text, length);
    one = Math.imul(one ^ length, 0xc2b2ae35);
    other = Math.imul(other ^ one, 0x27d4eb2f);
  }
  const words = new DataView(bytes.buffer, bytes.byteOffset, length);
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    const word = words.getInt32(at, true);
    one = Math.imul(one ^ word, 0xc2b2ae35);
    one ^= one >>> 15;
    other = Math.imul(other ^ word, 0x27d4eb2f) ^ one;
  }
  for (let at = whole; at < length; at++) {
    one = Math.imul(one ^ words.getUint8(at), 0xc2b2ae35);
    other = Math.imul(other ^ one, 0x27d4eb2f);
  }
  return hex(mixed(one ^ (other >>> 13))) + hex(mixed(other ^ (one >>> 16)));
}

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
