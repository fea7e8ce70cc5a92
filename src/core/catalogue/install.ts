import type { Catalogue } from "../entry.ts";

export const installCodes = {} as const satisfies Catalogue;
