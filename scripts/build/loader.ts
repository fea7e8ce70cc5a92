import { asItIs, type Table } from "./lay-out.ts";

/** Parts as they lie in a program: the plain ones in front, packed ones behind them. */
export interface Laid {
  readonly table: Table;
  /** Where each packed block begins behind the plain parts, and where the last one ends. */
  readonly blocks: readonly number[];
  /** How long the plain parts are together. */
  readonly plainLength: number;
}

/** A function that does nothing, with the parts in a comment: what the engine skips, and has in memory all the same. */
export function heldInComment(id: string, text: string): string {
  return `${opening}${id}${text}*/}`;
}

/** A plain part must not end the comment it lies in. */
export function guard(code: string): string {
  return code.replaceAll("*/", guardedEnd);
}

const guardedEnd = "*\x01/";
const opening = "function batonParts(){/*";

/** Takes parts out of the program's own text, which a function of it gives without a copy. */
export function fromComment(id: string): string {
  const before = opening.length + id.length;
  return `function batonText(start, end) {
  return batonParts.toString().slice(${before} + start, ${before} + end);
}`;
}

/**
 * Reads parts from the comment of a program that lies beside this one: those of which a whole process needs most in one go.
 * @param program its text
 * @param id what its comment begins with
 * @param near how long the parts are, from the first on, that are read together
 */
export function fromProgram(name: string, program: string, id: string, near: number): string {
  const start = program.indexOf(opening + id);
  if (start < 0) throw new Error("the program does not hold its parts");
  const from = start + opening.length;
  // So many line ends may have become longer in a checkout.
  const slack = program.slice(0, start).split("\n").length - 1;
  return `let batonFile, batonNear;
let batonFrom = ${from};
function batonRead(start, end) {
  const fs = batonBuiltin("fs");
  if (batonFile === undefined) batonFile = fs.openSync(new URL(${JSON.stringify(name)}, batonUrl));
  const bytes = Buffer.allocUnsafeSlow(end - start);
  return bytes.latin1Slice(0, fs.readSync(batonFile, bytes, 0, end - start, start));
}
function batonText(start, end) {
  if (batonNear === undefined) {
    const near = batonRead(batonFrom, batonFrom + ${slack + id.length + near});
    const at = near.indexOf(${JSON.stringify(id)});
    if (at < 0 || at > ${slack}) throw new Error(${JSON.stringify(`hook.mjs and the ${name} beside it are of different builds: run npx codex-baton update`)});
    batonFrom += at + ${id.length};
    batonNear = near.slice(at + ${id.length});
  }
  return end <= ${near} ? batonNear.slice(start, end) : batonRead(batonFrom + start, batonFrom + end);
}`;
}

/**
 * Loads parts when they are first asked for. Keeps to what Node 12 parses, since old versions read it before they are
 * refused.
 * @param text declares `batonText(start, end)`, which gives a piece of the parts
 */
export function loader({ table, blocks, plainLength }: Laid, text: string): string {
  return `const batonTable = ${JSON.stringify(table)};
const batonBlocks = ${JSON.stringify(blocks)};
const batonLoaded = {};
const batonModule = { __esModule: true };
const batonNames = ["module", "exports", "require", "batonUrl"];
const batonUnpacked = [];
function batonBuiltin(id) {
  const found = process.getBuiltinModule(id);
  if (found === undefined) throw new Error("Cannot find module " + id);
  return found;
}
${text}
function batonCode(block, start, end) {
  if (block === ${asItIs}) {
    const code = batonText(start, end);
    return code.includes(${JSON.stringify(guardedEnd)}) ? code.split(${JSON.stringify(guardedEnd)}).join("*/") : code;
  }
  if (batonUnpacked[block] === undefined) {
    const [from, to] = [batonBlocks[block], batonBlocks[block + 1]];
    const packed = Buffer.from(batonText(${plainLength} + from, ${plainLength} + to), "base64");
    batonUnpacked[block] = batonBuiltin("zlib").brotliDecompressSync(packed).latin1Slice();
  }
  return batonUnpacked[block].slice(start, end);
}
function batonRequire(id) {
  if (batonLoaded[id] !== undefined) return batonLoaded[id].exports;
  if (batonHot[id] !== undefined) return batonLoad(id, batonHot[id]);
  const place = batonTable[id];
  if (place === undefined) return batonBuiltin(id);
  const code = batonCode(place[0], place[1], place[2]);
  const options = { filename: batonUrl + "/" + id.slice(2) };
  return batonLoad(id, batonBuiltin("vm").compileFunction(code, batonNames, options));
}
function batonLoad(id, run) {
  const module = (batonLoaded[id] = { exports: batonModule });
  run(module, module.exports, batonRequire, batonUrl);
  return module.exports;
}`;
}
