/** What the catalogue knows about a code. Texts are Markdown; `bad` and `good` are whole examples. */
export interface CatalogueEntry {
  readonly severity: "error" | "warning" | "info";
  /** One line: what is wrong. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  readonly bad?: string;
  readonly good?: string;
}

/** Keeps each area's codes as literal types while checking every entry's shape. */
export type Catalogue = Readonly<Record<string, CatalogueEntry>>;
