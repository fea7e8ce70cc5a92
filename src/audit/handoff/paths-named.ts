/** The paths a prompt gives under a name: `design_path: docs/design/a.md, docs/design/b.md`, as words or as JSON. */
export function pathsNamed(prompt: string, name: string): string[] {
  const found: string[] = [];
  for (const { 0: whole, index } of prompt.matchAll(new RegExp(`\\b${name}\\b["'\`*]*\\s*[:=]?\\s*`, "g"))) {
    const from = index + whole.length;
    const [line = ""] = prompt.slice(from, from + 2_000).split("\n", 1);
    for (const part of line.split(/[\s,]+|\band\b/)) {
      const path = part.replace(/^[["'`(<*]+|[\]}"'`)>*.;:]+$/g, "").replace(/(:\d+|#.*)$/, "");
      if (path !== "" && !/^[^:?]+\.\w{2,8}$/.test(path)) break;
      if (path !== "") found.push(path);
    }
  }
  return [...new Set(found)];
}
