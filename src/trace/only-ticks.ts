/** Whether a patch's lines for one file do nothing but tick boxes of a list: `- [ ]` becomes `- [x]`, and no other word changes. */
export function onlyTicks(lines: string): boolean {
  const taken = [...lines.matchAll(/^-(.*?)\r?$/gm)].map(([, line = ""]) => line);
  const put = [...lines.matchAll(/^\+(.*?)\r?$/gm)].map(([, line = ""]) => line);
  return taken.length > 0 && taken.length === put.length && taken.every((line, at) => isTicked(line, put[at] ?? ""));
}

function isTicked(line: string, after: string): boolean {
  return line === after || line.replace(box, "$1[x]") === after.replace(/\[X\]/, "[x]");
}

const box = /^(\s*(?:[-*+]|\d+[.)]) )\[ \]/;
