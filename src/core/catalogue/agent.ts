import type { Catalogue } from "../entry.ts";

export const agentCodes = {} as const satisfies Catalogue;
