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
const rounds = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

/** The same of the square roots of the first 8. */
const initial = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

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

/**
 * Written out, one assignment after the other, for it runs before the engine has optimized anything. Numbers of 32 bits
 * cost it memory for each sum that leaves their range, half of all: so sums of more than two are carried by bits (of three
 * numbers, two with the same sum are left), and what is left is added in halves.
 */
function compress(state: Int32Array, schedule: Int32Array, blocks: DataView, from: number): void {
  for (let at = 0; at < 16; at++) schedule[at] = blocks.getInt32(from + at * 4);
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    const one = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const other = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    let bits = schedule[at - 16] as number;
    let carried = schedule[at - 7] as number;
    let both = bits & carried;
    bits ^= carried;
    carried = (both | (bits & one)) << 1;
    bits ^= one;
    both = bits & carried;
    bits ^= carried;
    carried = (both | (bits & other)) << 1;
    bits ^= other;
    schedule[at] = sum(bits, carried);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let at = 0; at < 64; at++) {
    const mixed = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const round = rounds[at] as number;
    const word = schedule[at] as number;
    let bits = h ^ mixed;
    let carried = ((h & mixed) | (bits & choice)) << 1;
    bits ^= choice;
    let both = bits & carried;
    bits ^= carried;
    carried = (both | (bits & round)) << 1;
    bits ^= round;
    both = bits & carried;
    bits ^= carried;
    carried = (both | (bits & word)) << 1;
    bits ^= word;
    const next = sum(bits, carried);
    const first = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    bits = next ^ first;
    carried = ((next & first) | (bits & majority)) << 1;
    bits ^= majority;
    h = g;
    g = f;
    f = e;
    e = sum(d, next);
    d = c;
    c = b;
    b = a;
    a = sum(bits, carried);
  }
  const changed = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at++) state[at] = sum(state[at] as number, changed[at] as number);
}

function sum(one: number, other: number): number {
  const low = (one & 0xffff) + (other & 0xffff);
  return (((one >>> 16) + (other >>> 16) + (low >>> 16)) << 16) | (low & 0xffff);
}
