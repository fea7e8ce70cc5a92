/** A column: its heading, and to which side its cells stand. */
export interface Column {
  readonly heading: string;
  readonly side: "left" | "right";
}

/** Rows under headings, two spaces apart, each line two spaces in. Cells are printed as they are. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = columns.map(({ side }, index) => {
      const width = widths[index] ?? 0;
      return side === "left" ? (cells[index] ?? "").padEnd(width) : (cells[index] ?? "").padStart(width);
    });
    return `  ${padded.join("  ").trimEnd()}\n`;
  };
  return line(columns.map(({ heading }) => heading)) + rows.map(line).join("");
}
