import type { Disk } from "../../../src/install/disk.ts";
import { realDisk } from "../../../src/install/real-disk.ts";
import { smallRun } from "./small-run.ts";

// A program of its own: `<directory> <command> <n>` does a small run and kills itself with SIGKILL just before its n-th
// write. With 0 it lives, and prints how many there were.
const [directory, command, at] = process.argv.slice(2);
if (directory === undefined || command === undefined) throw new Error("usage: kill-self <directory> <command> <n>");

let count = 0;
function counted<Args extends readonly unknown[], Result>(write: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    count++;
    if (count === Number(at)) process.kill(process.pid, "SIGKILL");
    return write(...args);
  };
}

const disk: Disk = {
  ...realDisk,
  create: counted(realDisk.create),
  createSafely: counted(realDisk.createSafely),
  copySafely: counted(realDisk.copySafely),
  syncDirectory: counted(realDisk.syncDirectory),
  rename: counted(realDisk.rename),
  remove: counted(realDisk.remove),
  makeDirectory: counted(realDisk.makeDirectory),
  removeDirectory: counted(realDisk.removeDirectory),
};

await smallRun(disk, directory, command);
process.stdout.write(`${count}\n`);
