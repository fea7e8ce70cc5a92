import { readFileSync } from "node:fs";

/** Deeper chains of processes than this are not followed. */
const deepest = 32;

/**
 * The names of the environment variables of each process above this one, nearest first, as far as the system shows them:
 * Linux does. A variable that was taken out of one command's environment is still in its shell's.
 */
export function ancestorVariables(): string[][] {
  const found: string[][] = [];
  for (let pid = process.ppid; pid > 1 && found.length < deepest; ) {
    const environment = read(`/proc/${pid}/environ`);
    const parent = /^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
    if (environment === undefined || parent === undefined) break;
    found.push(environment.split("\0").map((entry) => entry.split("=", 1)[0] ?? ""));
    pid = Number(parent);
  }
  return found;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return undefined;
  }
}
