import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** The first program of that name on `PATH`, as a shell would find it; on Windows with one of the endings of `PATHEXT`. */
export function findOnPath(name: string, env: Environment): string | undefined {
  const endings = process.platform === "win32" ? (env["PATHEXT"] || ".EXE;.CMD;.BAT;.COM").split(";") : [""];
  for (const directory of pathOf(env).split(delimiter)) {
    if (directory === "") continue;
    for (const ending of endings) {
      const file = join(directory, `${name}${ending.toLowerCase()}`);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

/** `PATH`, however an environment spells it. */
export function pathOf(env: Environment): string {
  return env["PATH"] ?? env["Path"] ?? "";
}

/** Whether a file is there that may be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
