import { Failure } from "../core/failure.ts";

/**
 * The directory the program is called in.
 * @throws Failure cli/directory-gone when somebody has removed it meanwhile
 */
export function currentDirectory(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new Failure("cli/directory-gone", "the current directory is gone", {
      hint: "change to a directory that is there, and call it again",
      cause,
    });
  }
}
