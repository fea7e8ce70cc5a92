import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/** Where a project's switches are recorded: beside its runs, and like them kept out of git. */
export const switchFile = ".baton/hooks.jsonl";

/** As much as is read of it, from its end: some six thousand switches. */
const mostBytes = 1_000_000;

/**
 * The text of a project's `.baton/hooks.jsonl`; empty when there is none, or none to be trusted: neither it nor `.baton`
 * may be a link.
 * @param root of the repository's main checkout
 */
export function readSwitchFile(root: string): string {
  let descriptor: number | undefined;
  try {
    if (!lstatSync(join(root, ".baton")).isDirectory()) return "";
    const path = join(root, switchFile);
    if (!lstatSync(path).isFile()) return "";
    // O_NONBLOCK: should a pipe be put there in between, nobody waits for it.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const read = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8", 0, read);
  } catch {
    return "";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
