import { relative, resolve, sep } from "node:path";
import type { StorePlace } from "../../run/store/locate-store.ts";
import type { Io } from "../io.ts";

/** A file as a person names it, from the working directory, put as approvals name it: from the checkout's root. */
export function artifactOption(io: Io, { checkout }: StorePlace, written: string): string {
  return relative(checkout, resolve(io.cwd, written)).split(sep).join("/");
}
