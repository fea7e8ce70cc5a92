/** How findings can be printed. */
export const formats = ["text", "json", "sarif", "junit", "github"] as const;
export type Format = (typeof formats)[number];
