import { dirname } from "node:path";
import { locateStore } from "../run/store/locate-store.ts";

/** The main checkout's root, for a directory in it; undefined where there is none. */
export function rootOf(cwd: string): string | undefined {
  try {
    return dirname(dirname(locateStore(cwd).file));
  } catch {
    return undefined;
  }
}
