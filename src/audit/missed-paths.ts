/** How many lines of an output are looked at. */
const mostLines = 40;

/** The files that a command's output says are not there. */
export function missedPaths(output: string): string[] {
  const lines = output.split("\n", mostLines).filter((line) => /no such file|does not exist|cannot find/i.test(line));
  return lines.flatMap((line) => line.slice(0, 1_000).match(/[^\s"'‘’`,;:()]+\.\w{2,8}(?=["'’`,;:)\s]|$)/g) ?? []);
}
