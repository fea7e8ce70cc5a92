import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** The program as it is published: built by `npm run build`. */
export const batonProgram = join(import.meta.dirname, "../../dist/baton.mjs");

/** Runs a baton command in a directory and gives what it printed; fails when it ends with another status than 0. */
export async function runBaton(cwd: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [batonProgram, ...args], { cwd, env });
  return stdout;
}
