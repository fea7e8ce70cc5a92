type Hash = typeof import("node:crypto").hash;

let hash: Hash | undefined;

/** SHA-256 in hex. What it takes is loaded when it is first asked for: reading a run needs none of it. */
export function sha256(data: string | Uint8Array): string {
  hash ??= process.getBuiltinModule("node:crypto").hash;
  return hash("sha256", data);
}
