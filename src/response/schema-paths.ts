/** Where each object of a schema stands in it, as a URI fragment such as `#/$defs/node`. */
export function schemaPaths(schema: unknown): ReadonlyMap<unknown, string> {
  const paths = new Map<unknown, string>();
  const waiting: [unknown, string][] = [[schema, "#"]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, path] = next;
    if (node === null || typeof node !== "object" || paths.has(node)) continue;
    paths.set(node, path);
    for (const [key, value] of Object.entries(node)) waiting.push([value, `${path}/${segment(key)}`]);
  }
  return paths;
}

/** A key as ajv writes it into a path. */
function segment(key: string): string {
  return encodeURIComponent(
    key
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replace(/\p{Surrogate}/gu, "\uFFFD"),
  );
}
