import type { HookGroups } from "./hook-group.ts";

/** What an install wrote into a hooks.json: kept in the manifest, given back to the next plan and to the removal. */
export interface HooksJsonRecord {
  readonly groups: HookGroups;
  /** JSON pointers of what was made to hold them; "" is the file itself. */
  readonly created: readonly string[];
  /** The white space between the brackets of what was there and empty, by JSON pointer. */
  readonly interiors: Readonly<Record<string, string>>;
}
