import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A directory of its own under the system's temporary one, as a real path (Codex compares real paths). */
export interface TemporaryDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes an empty directory whose name starts with `prefix`. */
export async function makeTemporaryDirectory(prefix: string): Promise<TemporaryDirectory> {
  const path = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  // Retries: a killed Codex may still be writing its database.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
