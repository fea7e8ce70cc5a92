import { closeSync, openSync, readSync } from "node:fs";

// The floor: a file read in blocks, cut into lines, every line through JSON.parse and let go.
const descriptor = openSync(process.argv[2] ?? "", "r");
let buffer = Buffer.allocUnsafe(1 << 20);
let kept = 0;
let lines = 0;
for (;;) {
  const end = kept + readSync(descriptor, buffer, kept, buffer.length - kept, null);
  if (end === kept) break;
  let from = 0;
  for (let at = buffer.indexOf(10, kept); at !== -1 && at < end; at = buffer.indexOf(10, from)) {
    if (typeof JSON.parse(buffer.toString("utf8", from, at)).type === "string") lines++;
    from = at + 1;
  }
  buffer.copyWithin(0, from, end);
  kept = end - from;
  if (kept === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
}
closeSync(descriptor);
if (lines === 0) throw new Error("no line");
