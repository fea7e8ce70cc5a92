/**
 * A checksum (64 bits, hex) that ties a run's stored state to the end of its chain: rows that were damaged or changed by
 * hand no longer fit it. It is no signature: what proves a history is its chain of SHA-256 hashes, which costs a command
 * that only reads more than all else it does.
 */
export function sealOf(head: string, run: string, steps: readonly string[]): string {
  // Two lanes of multiply-and-mix over the UTF-16 units, each text followed by a unit that none of them holds alone.
  let one = 0x9e3779b1;
  let other = 0x85ebca6b;
  for (const text of [head, run, ...steps]) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0xc2b2ae35);
      other = Math.imul(other ^ unit, 0x27d4eb2f) ^ (one >>> 15);
    }
    one = Math.imul(one ^ 0x10000, 0xc2b2ae35);
    other = Math.imul(other ^ 0x10000, 0x27d4eb2f) ^ (one >>> 15);
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
