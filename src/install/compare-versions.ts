/** Orders two semantic versions: negative when `one` is older. Source: semver.org, 2.0.0, section 11; build metadata is ignored. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)];
  for (let at = 0; at < 3; at++) {
    const difference = (a.core[at] ?? 0) - (b.core[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (let at = 0; at < Math.max(a.pre.length, b.pre.length); at++) {
    const difference = compareParts(a.pre[at], b.pre[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parse(version: string): { core: number[]; pre: string[] } {
  const [release = "", ...pre] = (version.split("+")[0] ?? "").split("-");
  return { core: release.split(".").map(Number), pre: pre.length === 0 ? [] : pre.join("-").split(".") };
}

/** A missing part is older than any; numbers are older than words. */
function compareParts(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  const [a, b] = [Number(one), Number(other)];
  const numbers = [Number.isInteger(a), Number.isInteger(b)];
  if (numbers[0] && numbers[1]) return a - b;
  if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
  return one < other ? -1 : Number(one > other);
}
