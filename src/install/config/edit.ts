/** What happens to one file: pure data, from which the installer writes, removes or leaves it. */
export interface Edit {
  /** The whole text after the edit; undefined when there is to be no file. */
  readonly after: string | undefined;
  readonly change: "create" | "edit" | "none" | "remove";
}

/** Why something stays as it stands: the user changed what was ours, took it out, or has one of that name that never was. */
export type Kept = "edited" | "deleted" | "foreign";

/** What of the user's stands among what is ours, and is an edit of it: comments alone, or values too. */
export type Additions = "comments" | "values";

/** The edit that leads from one text to another; undefined stands for no file. */
export function editBetween(before: string | undefined, after: string | undefined): Edit {
  if (before === after) return { after, change: "none" };
  if (before === undefined) return { after, change: "create" };
  return { after, change: after === undefined ? "remove" : "edit" };
}
