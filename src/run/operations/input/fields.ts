import * as z from "zod";
import { limits } from "../../cap-text.ts";
import { parseInstant } from "../../instant.ts";
import { isJsonObject, type JsonObject } from "../../json-value.ts";

const printable = /^[^\p{Cc}\p{Cs}]+$/u;

/** A name or an id: not empty, one line, not cut but refused when it is too long. */
export const name = z
  .string()
  .min(1, "is empty")
  .max(limits.name, `is longer than ${limits.name} characters`)
  .regex(printable, "holds control characters");

/** A text for people. What is too long is cut by the run, with a marker; null clears it where a field can be cleared. */
export const text = z.string().refine((value) => value.trim() !== "", "is empty");

export const runId = name.describe('The run\'s id; it may be cut short with "..." as long as one run begins so');

/** A moment: ISO 8601 with its offset, or a date. */
export const moment = z
  .string()
  .refine((value) => parseInstant(value) !== undefined, "is not a moment like 2026-01-31T09:30:00Z or 2026-01-31")
  .describe("ISO 8601 with offset");

export const jsonObject = z
  .record(z.string(), z.unknown())
  .refine(isJsonObject)
  .transform((value) => value as JsonObject);

export const maxAttempts = z
  .int()
  .min(1, "is less than 1")
  .max(limits.attempts, `is more than ${limits.attempts}`)
  .nullable()
  .describe("Counts all attempts, the first included; null is no limit");

/** How many entries an answer holds at most. */
export function limit(otherwise: number, most: number): z.ZodOptional<z.ZodInt> {
  return z
    .int()
    .min(1, "is less than 1")
    .max(most, `is more than ${most}`)
    .optional()
    .describe(`At most so many, newest first; ${otherwise} unless given`);
}

export const idempotencyKey = name
  .optional()
  .describe("Stands for this one request: sent again with the same body, the first answer comes again");
