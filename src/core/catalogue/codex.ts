import type { Catalogue } from "../entry.ts";

export const codexCodes = {} as const satisfies Catalogue;
