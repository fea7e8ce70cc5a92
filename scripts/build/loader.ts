import { asItIs, type Table } from "./lay-out.ts";

/** A function that does nothing, with the parts in a comment: what the engine skips, and has in memory all the same. */
export function heldInComment(text: string): string {
  return `${opening}${text}*/}`;
}

/** A plain part must not end the comment it lies in. */
export function guard(code: string): string {
  return code.replaceAll("*/", guardedEnd);
}

const guardedEnd = "*\x01/";
const opening = "function batonParts(){/*";

/**
 * Takes the parts out of the program's own text, which a function of it gives without a copy. Keeps to what Node 12
 * parses, since old versions read it before they are refused.
 * @param plainLength of the parts that lie there as they are, in front of the packed ones
 */
export function loader(table: Table, blocks: readonly number[], plainLength: number): string {
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
function batonText(start, end) {
  return batonParts.toString().slice(${opening.length} + start, ${opening.length} + end);
}
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
