import { basename } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build, type Metafile, transform } from "esbuild";

/**
 * Bundles a program into one ES module that starts as fast as a small one: every chunk that esbuild would write to a file
 * of its own (what is only reached by `import()`) lies compressed in one comment at the end, which the engine skips, and
 * is compiled when it is first asked for. What the entry imports statically starts as plain code. The source must not use top-level await.
 * @param options esbuild's, with one entry point
 * @param launcher statements (ES5 after the imports) that run before everything else
 */
export async function bundleSingleFile(options: BuildOptions, launcher: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    format: "esm",
    splitting: true,
    outdir: "/",
    write: false,
    metafile: true,
    chunkNames: "[name]-[hash]",
    entryNames: "[name]",
  });
  const entry = `./${basename(String((options.entryPoints as readonly string[])[0])).replace(/\.ts$/, ".js")}`;
  const atStart = staticallyImported(metafile as Metafile, entry);
  const parts = await Promise.all(
    (outputFiles ?? []).map(async (file) => {
      const name = `./${basename(file.path)}`;
      // An old Node has to parse what is plain code to get as far as being refused.
      const target = atStart.has(name) ? "node12" : "node20";
      const minified = await transform(file.text, {
        format: "cjs",
        platform: "node",
        target,
        minify: true,
        supported: { "dynamic-import": false },
      });
      return { name, code: inAscii(minified.code) };
    }),
  );
  const hot = parts.filter((part) => atStart.has(part.name));
  const cold = parts.filter((part) => !atStart.has(part.name)).map(({ name, code }) => ({ name, text: pack(code) }));
  let at = 0;
  const table = cold.map(({ name, text }) => {
    const place = [at, at + text.length] as const;
    at += text.length;
    return [name, place] as const;
  });
  return `#!/usr/bin/env node
${launcher}
${loader(Object.fromEntries(table), at + tail.length)}
const batonHot = {
${hot.map(({ name, code }) => `${JSON.stringify(name)}: function (module, exports, require, batonUrl) {${code}}`).join(",\n")}
};
batonRequire(${JSON.stringify(entry)});
/*${cold.map((part) => part.text).join("")}${tail}`;
}

/** The entry and every chunk it imports without waiting, directly or not. */
function staticallyImported({ outputs }: Metafile, entry: string): Set<string> {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      `./${basename(path)}`,
      output.imports.filter((one) => one.kind === "import-statement").map((one) => `./${basename(one.path)}`),
    ]),
  );
  const reached = new Set<string>();
  const waiting = [entry];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !imports.has(name)) continue;
    reached.add(name);
    waiting.push(...(imports.get(name) ?? []));
  }
  return reached;
}

const tail = "*/\n";

/** Unpacking costs a few milliseconds once: parts that are asked for one at a time, like a schema, are left as they are. */
const packedFrom = 60_000;
const packedMark = "B";
const plainMark = "P";

/** Offsets into the file count bytes. esbuild leaves other characters only in regular expressions, where an escape means the same. */
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A part as it lies in the comment: a mark, then text that cannot end the comment. */
function pack(code: string): string {
  if (code.length < packedFrom) return plainMark + code.replaceAll("*/", "*\x01/");
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return packedMark + brotliCompressSync(code, { params }).toString("base64");
}

/**
 * Reads the parts out of this very file, counting from its end. Keeps to what Node 12 parses, since old versions read it
 * before they are refused.
 */
function loader(table: Readonly<Record<string, readonly [number, number]>>, fromEnd: number): string {
  return `const batonTable = ${JSON.stringify(table)};
const batonLoaded = {};
let batonFile, batonStart;
function batonBuiltin(id) {
  const found = process.getBuiltinModule(id);
  if (found === undefined) throw new Error("Cannot find module " + id);
  return found;
}
function batonRequire(id) {
  const place = batonTable[id];
  if (batonLoaded[id] !== undefined) return batonLoaded[id].exports;
  if (batonHot[id] !== undefined) return batonLoad(id, batonHot[id]);
  if (place === undefined) return batonBuiltin(id);
  const fs = batonBuiltin("fs");
  if (batonFile === undefined) {
    batonFile = fs.openSync(import.meta.filename, "r");
    batonStart = fs.fstatSync(batonFile).size - ${fromEnd};
  }
  const bytes = Buffer.allocUnsafe(place[1] - place[0]);
  fs.readSync(batonFile, bytes, 0, bytes.length, batonStart + place[0]);
  const text = bytes.latin1Slice(1);
  const code = bytes[0] === ${plainMark.charCodeAt(0)}
    ? text.split("*\\x01/").join("*/")
    : batonBuiltin("zlib").brotliDecompressSync(Buffer.from(text, "base64")).latin1Slice();
  const names = ["module", "exports", "require", "batonUrl"];
  return batonLoad(id, batonBuiltin("vm").compileFunction(code, names, { filename: batonUrl + "/" + id.slice(2) }));
}
function batonLoad(id, run) {
  const module = (batonLoaded[id] = { exports: {} });
  run(module, module.exports, batonRequire, batonUrl);
  return module.exports;
}`;
}
