import { realpathSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The path without links, as far as it exists. */
export function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(resolved(dirname(path)), relative(dirname(path), path));
  }
}
