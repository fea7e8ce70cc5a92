import { createHash } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

/** Everything below the directories, byte for byte: a fingerprint for each file, by its path. */
export function allFiles(...directories: readonly string[]): Readonly<Record<string, string>> {
  const found = directories.flatMap((directory) =>
    readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = entry.isSymbolicLink() ? readlinkSync(path) : entry.isFile() ? readFileSync(path) : "directory";
      return [
        `${directory}: ${relative(directory, path)}`,
        createHash("sha256").update(content).digest("hex"),
      ] as const;
    }),
  );
  return Object.fromEntries(found);
}
