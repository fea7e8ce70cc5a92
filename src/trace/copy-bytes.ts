/** A copy of some of a buffer's bytes, which are about to be overwritten. */
export function copyBytes(buffer: Buffer, from: number, to: number): Buffer {
  const copy = Buffer.allocUnsafe(to - from);
  buffer.copy(copy, 0, from, to);
  return copy;
}
