import { createHash } from "node:crypto";
import { type BuildOptions, build, type Metafile, type OutputFile, transform } from "esbuild";
import { type Chunks, chunkName, chunksOf, reached } from "./chunks.ts";
import { asFunctions, asItIs, layOut, type Part } from "./lay-out.ts";
import { fromComment, fromProgram, guard, heldInComment, type Laid, loader } from "./loader.ts";
import { packParts } from "./pack-parts.ts";
import { withExports } from "./with-exports.ts";

/**
 * Bundles programs, each into one ES module that starts as fast as a small one. In the first, every chunk that esbuild would
 * write to a file of its own (what is only reached by `import()`) lies in one comment at the end, which the engine skips,
 * and is compiled when it is first asked for; what the entry imports statically starts as plain code. It is complete. The
 * others hold only what they start with, and read the rest from the first one, which lies beside them. The source must not
 * use top-level await.
 * @param options esbuild's, with an entry point for each program
 * @param name the file that the first program will be
 * @param launcher statements (ES5 after the imports) that run before everything else
 */
export async function bundlePrograms(options: BuildOptions, name: string, launcher: string): Promise<string[]> {
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
  const chunks = chunksOf(metafile as Metafile);
  const entries = (options.entryPoints as readonly string[]).map((path) => chunkName(path).replace(/\.ts$/, ".js"));
  const [whole, ...others] = needsOf(chunks, entries);
  if (whole === undefined) return [];
  const parts = await Promise.all((outputFiles ?? []).map((file) => partOf(file, [whole, ...others])));
  const held = hold(
    parts.filter((part) => !whole.start.has(part.name) && !entries.includes(part.name)),
    chunks,
    others,
  );
  const id = createHash("sha256").update(held.text).digest("hex").slice(0, 16);
  const written = ({ entry, start }: Needs, laid: Laid, text: string): string => `#!/usr/bin/env node
${launcher}
${loader(laid, text)}
const batonHot = ${asFunctions(parts.filter((part) => start.has(part.name)))};
batonRequire(${JSON.stringify(entry)});
`;
  const program = `${written(whole, held, fromComment(id))}${heldInComment(id, held.text)}\n`;
  const beside = fromProgram(name, program, id, held.nearLength);
  return [program, ...others.map((needs) => written(needs, { ...held, table: tableFor(needs, held) }, beside))];
}

/** What a program starts with as plain code, and all that it can come to need. */
interface Needs {
  readonly entry: string;
  readonly start: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** What the first program starts with is not among its parts: another one that can come to need it starts with it, too. */
function needsOf(chunks: Chunks, entries: readonly string[]): Needs[] {
  const [whole = "", ...others] = entries;
  const soon = [...chunks.keys()].filter((one) => hotParts.test(one));
  const first = reached(chunks, [whole, ...soon], "without waiting");
  const rest = others.map((entry) => {
    const [own, all] = [reached(chunks, [entry], "without waiting"), reached(chunks, [entry], "at all")];
    return { entry, all, start: new Set([...all].filter((one) => own.has(one) || first.has(one))) };
  });
  return [{ entry: whole, start: first, all: new Set(chunks.keys()) }, ...rest];
}

interface Held extends Laid {
  readonly text: string;
  /** How long the parts in front are, of which a program beside this one needs most. */
  readonly nearLength: number;
}

/** Lays out the parts that are loaded when they are first asked for. */
function hold(parts: readonly Part[], chunks: Chunks, others: readonly Needs[]): Held {
  const awaitedParts = parts.map(({ name }) => name).filter((one) => awaited.test(one));
  const plainOnes = reached(chunks, awaitedParts, "without waiting");
  const isNear = ({ name }: Part): boolean => !aSchema.test(name) && others.some(({ all }) => all.has(name));
  const guarded = parts.filter(({ name }) => plainOnes.has(name)).map((part) => ({ ...part, code: guard(part.code) }));
  const near = layOut(guarded.filter(isNear), asItIs);
  const plain = layOut([...guarded.filter(isNear), ...guarded.filter((part) => !isNear(part))], asItIs);
  const packed = packParts(
    parts.filter(({ name }) => !plainOnes.has(name)),
    chunks,
  );
  return {
    table: { ...plain.table, ...packed.table },
    blocks: packed.blocks,
    plainLength: plain.text.length,
    text: plain.text + packed.text,
    nearLength: near.text.length,
  };
}

function tableFor({ all }: Needs, { table }: Laid): Laid["table"] {
  return Object.fromEntries(Object.entries(table).filter(([name]) => all.has(name)));
}

/**
 * An old Node has to parse what a program starts with, to get as far as being refused. A part is one line: in a checkout
 * that gives every line its own end, parts still lie where they are looked for.
 */
async function partOf({ path, text }: OutputFile, programs: readonly Needs[]): Promise<Part> {
  const name = chunkName(path);
  const { code } = await transform(withExports(text), {
    format: "cjs",
    platform: "node",
    target: programs.some(({ start }) => start.has(name)) ? "node12" : "node20",
    minify: true,
    supported: { "dynamic-import": false, "template-literal": false },
  });
  const line = inAscii(code).trimEnd();
  if (/[\r\n]/.test(line)) throw new Error(`${name} does not fit on one line`);
  return { name, code: line };
}

/** What people or hooks wait for, and agents' schemas, of which a command needs one: left as it is with all it needs, for unpacking costs milliseconds. */
const awaited =
  /^\.\/((?!contract\.|workflow\.)[\w-]+\.schema|answer-hook|contract|hold-event|install|judge-call|load-severities|on-(prompt|session-start|stop|subagent-(start|stop))|record-(call|observed)|tool-call|validate|workflow)-[A-Z0-9]{8}\.js$/;

/** Of which a process needs one. */
const aSchema = /\.schema-/;

/** What is imported late, so that a hook with nothing to say goes without it, and is needed by every other command. */
const hotParts = /^\.\/run-process-\w+\.js$/;

/** Offsets into the file count bytes. esbuild leaves other characters only in regular expressions, where an escape means the same. */
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
