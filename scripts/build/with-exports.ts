/**
 * A chunk that esbuild wrote as an ES module, with its exports as one object set at its end: plain values, and getters only
 * for what may change later. What esbuild makes of exports is four times as long, and has two getters compiled for each
 * that is used. The object inherits from the `exports` that the part is given, which marks it as a module's. Modules that
 * import each other lie in one chunk, so no chunk waits for one that waits for it.
 */
export function withExports(chunk: string): string {
  const found = /(?:^|\n)export \{([^}]*)\};\s*$/.exec(chunk);
  const code = found === null ? chunk : chunk.slice(0, found.index);
  if (/^export\b/m.test(code)) throw new Error("a chunk exports in a way that was not expected");
  const properties = (found?.[1] ?? "").split(",").flatMap((one) => {
    const [, name, as = name] = /^\s*([\w$]+)(?: as ([\w$]+))?\s*$/.exec(one) ?? [];
    if (name === undefined) return [];
    return [isSetOnce(name, code) ? `${as}: ${name}` : `get ${as}() { return ${name}; }`];
  });
  return `${code}\nmodule.exports = { ${["__proto__: exports", ...properties].join(", ")} };\n`;
}

/** Whether a name surely keeps the value it is declared with; what another chunk exports may not. */
function isSetOnce(name: string, code: string): boolean {
  const own = `(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`;
  const count = (pattern: string): number => code.match(new RegExp(pattern, "g"))?.length ?? 0;
  const variables = count(`\\bvar ${own} = `);
  const declarations = variables + count(`\\b(?:function\\*?|class) ${own}`);
  const assignments = count(`${own}\\s*(?:\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?|[-+*/%&|^])?=(?![=>])`);
  const steps = count(`(?:\\+\\+|--)\\s*${own}`) + count(`${own}\\s*(?:\\+\\+|--)`);
  const takenApart = count(`[[{,]\\s*(?:[\\w$]+:\\s*)?${own}[^;\\n]*[\\]}]\\s*=(?![=>])`);
  return declarations === 1 && assignments === variables && steps + takenApart === 0;
}
