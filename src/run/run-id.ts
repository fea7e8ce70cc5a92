/** Where a run's id comes from: `ledger` ids read `WF-` and 10 letters or digits, `workflow` ids `wfr_` and 8. */
export type RunOrigin = "ledger" | "workflow";

// Crockford's base 32: nothing in it is mistaken for something else when it is read aloud or typed.
const spoken = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const urlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** Makes a run's id of 10 or more random bytes. */
export function runIdOf(origin: RunOrigin, random: Uint8Array): string {
  const [prefix, alphabet, length] =
    origin === "ledger" ? (["WF-", spoken, 10] as const) : (["wfr_", urlSafe, 8] as const);
  const letters = [...random.subarray(0, length)].map((byte) => alphabet.charAt(byte % alphabet.length));
  return `${prefix}${letters.join("")}`;
}
