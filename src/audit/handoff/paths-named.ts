/** How often a name is looked for. */
const mostPlaces = 20;

/** The paths a prompt gives under a name: `design_path: docs/design/a.md, docs/design/b.md`, as words or as JSON. */
export function pathsNamed(prompt: string, name: string): string[] {
  const found: string[] = [];
  const place = new RegExp(`\\b${name}\\b["'\`*]*\\s*[:=]?\\s*`, "g");
  for (let count = 0; count < mostPlaces && place.exec(prompt) !== null; count++) {
    const from = place.lastIndex;
    const [line = ""] = prompt.slice(from, from + 2_000).split("\n", 1);
    for (const part of line.split(/[\s,]+|\band\b/)) {
      const path = part.replace(/^[["'`(<*]+|[\]}"'`)>*.;:]+$/g, "").replace(/(:\d+|#.*)$/, "");
      if (path !== "" && !/^[^:?]+\.\w{2,8}$/.test(path)) break;
      if (path !== "") found.push(path);
    }
  }
  return [...new Set(found)];
}
