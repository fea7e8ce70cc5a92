import * as z from "zod";
import { type HookGroups, hookEvents } from "./hook-group.ts";
import type { LineEnd } from "./line-end.ts";

/** What an install wrote into a hooks.json: kept in the manifest, given back to the next plan and to the removal. */
export interface HooksJsonRecord {
  readonly groups: HookGroups;
  /** JSON pointers of what was made to hold them; "" is the file itself. */
  readonly created: readonly string[];
  /** The white space between the brackets of what was there and empty, by JSON pointer. */
  readonly interiors: Readonly<Record<string, string>>;
  /** The file's line ends when the white space was recorded. */
  readonly lineEnd: LineEnd;
}

const handler = z.strictObject({
  type: z.literal("command"),
  command: z.string(),
  commandWindows: z.string().exactOptional(),
  timeout: z.number().exactOptional(),
  statusMessage: z.string().exactOptional(),
  additionalContextLimit: z.number().exactOptional(),
});
const group = z.strictObject({ matcher: z.string().exactOptional(), hooks: z.array(handler) });
const pointer = z.enum(["", "/hooks", ...hookEvents.map((event) => `/hooks/${event}`)]);
const shape = z.strictObject({
  groups: z.partialRecord(z.enum(hookEvents), z.array(group)),
  created: z.array(pointer),
  // Put back into the user's file as it is: nothing but white space may come from a manifest.
  interiors: z.partialRecord(pointer, z.string().regex(/^[ \t\r\n]*$/)),
  lineEnd: z.enum(["\n", "\r\n"]),
});

/** The record a manifest's JSON holds; undefined when it is none. */
export function readHooksJsonRecord(value: unknown): HooksJsonRecord | undefined {
  const { data } = shape.safeParse(value);
  return data as HooksJsonRecord | undefined;
}
