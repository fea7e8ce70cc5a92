import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { batonGitignore } from "../core/baton-gitignore.ts";
import { Failure } from "../core/failure.ts";
import { switchFile } from "./switch-file.ts";
import { type HookSwitch, renderSwitchLine } from "./switch-lines.ts";

/**
 * Records a switch in a project's `.baton/hooks.jsonl`, in one write behind what is there.
 * @param root of the repository's main checkout
 * @throws Failure install/symlink, install/disk
 */
export function appendSwitch(root: string, one: HookSwitch): void {
  const path = join(root, switchFile);
  try {
    makeDirectory(join(root, ".baton"));
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) throw refusal(path);
    append(path, renderSwitchLine(one));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure("install/disk", `the switch could not be recorded (${code})`, {
      where: { file: path },
      hint: "nothing was switched; clear the cause and run the same command again",
      cause: error,
    });
  }
}

function makeDirectory(directory: string): void {
  const there = lstatSync(directory, { throwIfNoEntry: false });
  if (there?.isDirectory() === false) throw refusal(directory);
  if (there !== undefined) return;
  mkdirSync(directory);
  writeFileSync(join(directory, ".gitignore"), batonGitignore, { flag: "wx" });
}

function append(path: string, line: string): void {
  const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_RDWR } = constants;
  const descriptor = openSync(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  try {
    const { size } = fstatSync(descriptor);
    const last = Buffer.alloc(1);
    // A line that a crash tore is closed, so that this one stands alone.
    const torn = size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    writeSync(descriptor, torn ? `\n${line}` : line);
  } finally {
    closeSync(descriptor);
  }
}

function refusal(path: string): Failure {
  return new Failure("install/symlink", "this is a link, or no file of its kind, and Baton follows none", {
    where: { file: path },
    hint: "put a plain directory or file there, or take it away",
  });
}
