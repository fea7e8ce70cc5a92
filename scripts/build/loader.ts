import { inGroup, type Table } from "./lay-out.ts";

/** What the program ends in, after its parts. */
export const tail = "*/\n";

/**
 * Reads the parts out of this very file, counting from its end. Keeps to what Node 12 parses, since old versions read it
 * before they are refused.
 */
export function loader(table: Table, blocks: readonly number[], plainLength: number, packedLength: number): string {
  return `const batonTable = ${JSON.stringify(table)};
const batonBlocks = ${JSON.stringify(blocks)};
const batonLoaded = {};
const batonUnpacked = [];
let batonFile;
function batonBuiltin(id) {
  const found = process.getBuiltinModule(id);
  if (found === undefined) throw new Error("Cannot find module " + id);
  return found;
}
function batonRead(fromEnd, length) {
  const fs = batonBuiltin("fs");
  if (batonFile === undefined) batonFile = fs.openSync(import.meta.filename, "r");
  const bytes = Buffer.allocUnsafe(length);
  fs.readSync(batonFile, bytes, 0, length, fs.fstatSync(batonFile).size - fromEnd);
  return bytes.latin1Slice();
}
function batonCode(block, start, end) {
  if (block < 0) return batonRead(${plainLength + packedLength + tail.length} - start, end - start).split("*\\x01/").join("*/");
  if (batonUnpacked[block] === undefined) {
    const [from, to] = [batonBlocks[block], batonBlocks[block + 1]];
    const packed = Buffer.from(batonRead(${packedLength + tail.length} - from, to - from), "base64");
    batonUnpacked[block] = batonBuiltin("zlib").brotliDecompressSync(packed).latin1Slice();
  }
  return batonUnpacked[block].slice(start, end);
}
function batonRequire(id) {
  if (batonLoaded[id] !== undefined) return batonLoaded[id].exports;
  if (batonHot[id] !== undefined) return batonLoad(id, batonHot[id]);
  const place = batonTable[id];
  if (place === undefined) return batonBuiltin(id);
  const names = place[0] === ${inGroup} ? [] : ["module", "exports", "require", "batonUrl"];
  const code = batonCode(place[0], place[1], place[2]);
  const run = batonBuiltin("vm").compileFunction(code, names, { filename: batonUrl + "/" + id.slice(2) });
  return batonLoad(id, place[0] === ${inGroup} ? Object.assign(batonHot, run())[id] : run);
}
function batonLoad(id, run) {
  const module = (batonLoaded[id] = { exports: {} });
  run(module, module.exports, batonRequire, batonUrl);
  Object.defineProperty(module.exports, "__esModule", { value: true });
  return module.exports;
}`;
}
