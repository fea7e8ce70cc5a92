/** A value as a message shows it: JSON, cut when it is long; `nothing` for undefined. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** The name of the value at a JSON pointer: `"verdict.conditions[0]"`, or `the value` for the whole. */
export function nameOf(pointer: string): string {
  return pointer === "" ? "the value" : `"${dotted(pointer)}"`;
}

/** `in "verdict" `, to stand before the name of something in the object at a JSON pointer; empty for the whole. */
export function inside(pointer: string): string {
  return pointer === "" ? "" : `in "${dotted(pointer)}" `;
}

/** A JSON type with its article: `an object`, `a string`, `null`. */
export function withArticle(type: string): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** An own property, or array element, of a JSON value; undefined where there is none. */
export function child(node: unknown, key: string): unknown {
  return node !== null && typeof node === "object" && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined;
}

/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>(child, root);
}

/** `/verdict/conditions/0` as `verdict.conditions[0]`. */
function dotted(pointer: string): string {
  return segmentsOf(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`))
    .join("")
    .replace(/^\./, "");
}

function segmentsOf(pointer: string): string[] {
  const parts = pointer === "" ? [] : pointer.split("/").slice(1);
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
