import { shortSha256 } from "./short-sha256.ts";

type Hash = typeof import("node:crypto").hash;

let hash: Hash | undefined;

/** From here on Node's own is faster, though loading it takes longer than most commands run. */
const longData = 30_000;

/** SHA-256 in hex. What it takes is loaded when it is first asked for: reading a run, or noting a little in it, needs none of it. */
export function sha256(data: string | Uint8Array): string {
  if (hash === undefined && data.length < longData) return shortSha256(data);
  hash ??= process.getBuiltinModule("node:crypto").hash;
  return hash("sha256", data);
}
