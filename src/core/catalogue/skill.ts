import type { Catalogue } from "../entry.ts";
import { skillFieldCodes } from "./skill-field.ts";
import { skillFileCodes } from "./skill-file.ts";

export const skillCodes = { ...skillFieldCodes, ...skillFileCodes } as const satisfies Catalogue;
