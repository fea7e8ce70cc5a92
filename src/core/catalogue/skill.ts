import type { Catalogue } from "../entry.ts";

export const skillCodes = {} as const satisfies Catalogue;
