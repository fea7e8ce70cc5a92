import type { Catalogue } from "../entry.ts";

export const workflowCodes = {} as const satisfies Catalogue;
