/**
 * A chunk's exports as one object of getters. What esbuild makes of them says the same in four times as many characters,
 * and asks two getters each time one is used.
 */
export function withGetters(chunk: string): string {
  const found = /(?:^|\n)export \{([^}]*)\};\s*$/.exec(chunk);
  const rest = found === null ? chunk : chunk.slice(0, found.index);
  if (/^export\b/m.test(rest)) throw new Error("a chunk exports in a way that was not expected");
  const getters = (found?.[1] ?? "").split(",").flatMap((one) => {
    const [, name, as = name] = /^\s*([\w$]+)(?: as ([\w$]+))?\s*$/.exec(one) ?? [];
    return name === undefined ? [] : [`get ${as}() { return ${name}; }`];
  });
  return `module.exports = { ${getters.join(", ")} };\n${rest}`;
}
