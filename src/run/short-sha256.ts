/**
 * SHA-256 in hex of a few kilobytes, without Node's crypto, which takes longer to load than a hook may run.
 * Source: FIPS 180-4, section 6.2.
 */
export function shortSha256(data: string | Uint8Array): string {
  const blocks = padded(typeof data === "string" ? Buffer.from(data) : data);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, schedule, blocks, at);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const rounds = new Int32Array(64);
/** The same of the square roots of the first 8. */
const initial = new Int32Array(8);
for (let candidate = 2, found = 0; found < 64; candidate++) {
  if (!isPrime(candidate)) continue;
  if (found < 8) initial[found] = fraction(candidate ** (1 / 2));
  rounds[found++] = fraction(candidate ** (1 / 3));
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
}

/** The data, a bit that is set, zeros, and the data's length in bits: whole blocks of 64 bytes. */
function padded(data: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64);
  whole.set(data);
  whole[data.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(data.length / 0x2000_0000));
  view.setUint32(whole.length - 4, data.length * 8);
  return view;
}

function compress(state: Int32Array, schedule: Int32Array, blocks: DataView, from: number): void {
  for (let at = 0; at < 16; at++) schedule[at] = blocks.getInt32(from + at * 4);
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[at] = sum(sum(schedule[at - 16] as number, one), sum(schedule[at - 7] as number, other));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  // One assignment after the other: it is code that runs before the engine has optimized anything.
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const next = sum(sum(sum(h, mixed), choice), sum(rounds[at] as number, schedule[at] as number));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = sum(turned(a, 2) ^ turned(a, 13) ^ turned(a, 22), majority);
    h = g;
    g = f;
    f = e;
    e = sum(d, next);
    d = c;
    c = b;
    b = a;
    a = sum(next, first);
  }
  const changed = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at++) state[at] = sum(state[at] as number, changed[at] as number);
}

/** Of 32 bits. Two at a time: a longer sum leaves the range in which the engine needs no memory for a number. */
function sum(one: number, other: number): number {
  return (one + other) | 0;
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}
