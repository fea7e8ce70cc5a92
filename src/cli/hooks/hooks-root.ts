import { dirname } from "node:path";
import { locateStore } from "../../run/store/locate-store.ts";

/**
 * The root of the main checkout a directory belongs to, where its runs and the switches of its hooks are kept: those of
 * a linked work tree are the main checkout's.
 * @throws Failure run/no-repository
 */
export function hooksRoot(cwd: string): string {
  return dirname(dirname(locateStore(cwd).file));
}
