import { readFileSync } from "node:fs";

declare const BATON_VERSION: string | undefined;

/** The package's version. The bundle has it written in. */
export const version: string =
  typeof BATON_VERSION === "string"
    ? BATON_VERSION
    : (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
