import { basename } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build, type Metafile, transform } from "esbuild";
import { asFunctions, asItIs, layOut, type Part, type Table } from "./lay-out.ts";
import { guard, heldInComment, loader } from "./loader.ts";
import { withExports } from "./with-exports.ts";

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
  const names = (outputFiles ?? []).map((file) => `./${basename(file.path)}`);
  const atStart = staticallyImported(metafile as Metafile, entry, ...names.filter((name) => hotParts.test(name)));
  const parts = await Promise.all(
    (outputFiles ?? []).map(async (file) => {
      const name = `./${basename(file.path)}`;
      // An old Node has to parse what is plain code to get as far as being refused.
      const target = atStart.has(name) ? "node12" : "node20";
      const minified = await transform(withExports(file.text), {
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
  const cold = parts.filter((part) => !atStart.has(part.name));
  const single = cold.map(({ name }) => name).filter((name) => awaited.test(name));
  const unpacked = staticallyImported(metafile as Metafile, ...single);
  const guarded = cold.map(({ name, code }) => ({ name, code: guard(code) }));
  const plain = layOut(
    guarded.filter(({ name }) => unpacked.has(name)),
    asItIs,
  );
  const packed = pack(
    clustered(
      cold.filter(({ name }) => !unpacked.has(name)),
      metafile as Metafile,
    ),
  );
  return `#!/usr/bin/env node
${launcher}
${loader({ ...plain.table, ...packed.table }, packed.blocks, plain.text.length)}
const batonHot = ${asFunctions(hot)};
batonRequire(${JSON.stringify(entry)});
${heldInComment(plain.text + packed.text)}
`;
}

/** The given chunks and every one they import without waiting, directly or not. */
function staticallyImported({ outputs }: Metafile, ...entries: readonly string[]): Set<string> {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      `./${basename(path)}`,
      output.imports.filter((one) => one.kind === "import-statement").map((one) => `./${basename(one.path)}`),
    ]),
  );
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !imports.has(name)) continue;
    reached.add(name);
    waiting.push(...(imports.get(name) ?? []));
  }
  return reached;
}

/** What people or hooks wait for, and agents' schemas, of which a command needs one: left as it is with all it needs, for unpacking costs milliseconds. */
const awaited =
  /^\.\/((?!contract\.|workflow\.)[\w-]+\.schema|answer-hook|contract|hold-event|install|judge-call|load-severities|on-(prompt|session-start|stop|subagent-(start|stop))|record-(call|observed)|validate|workflow)-[A-Z0-9]{8}\.js$/;

/** What is imported late, so that a hook with nothing to say goes without it, and is needed by every other command. */
const hotParts = /^\.\/run-process-\w+\.js$/;

/** So many characters are unpacked at a time: more compresses better, less starts faster. */
const blockLength = 60_000;

/** Compresses parts in blocks, so that a command unpacks little more than it needs. */
function pack(parts: readonly Part[]): { text: string; table: Table; blocks: readonly number[] } {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const length = last?.reduce((sum, { code }) => sum + code.length, 0) ?? blockLength;
    if (last === undefined || length + part.code.length > blockLength) groups.push([part]);
    else last.push(part);
  }
  const laid = groups.map((group, block) => layOut(group, block));
  const texts = laid.map(({ text }) => compress(text));
  const ends = texts.map((_, index) => texts.slice(0, index + 1).join("").length);
  return { text: texts.join(""), table: Object.assign({}, ...laid.map(({ table }) => table)), blocks: [0, ...ends] };
}

/** Parts in an order in which those that are needed together lie together: by which of the chunks loaded on demand need them. */
function clustered(parts: readonly Part[], metafile: Metafile): Part[] {
  const roots = parts.map(({ name }) => name);
  const needing = new Map<string, string[]>();
  for (const root of roots)
    for (const name of staticallyImported(metafile, root)) needing.set(name, [...(needing.get(name) ?? []), root]);
  const key = ({ name }: Part): string => (needing.get(name) ?? []).toSorted().join(" ");
  return parts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Offsets into the file count bytes. esbuild leaves other characters only in regular expressions, where an escape means the same. */
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function compress(text: string): string {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return brotliCompressSync(text, { params }).toString("base64");
}
