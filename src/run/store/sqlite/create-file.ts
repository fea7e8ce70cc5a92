import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { batonGitignore } from "../../../core/baton-gitignore.ts";
import { Connection } from "./connection.ts";
import { fileFailure } from "./file-failure.ts";
import { loadSqlite } from "./load-sqlite.ts";
import { migrate } from "./migrate.ts";
import { applicationId } from "./schema.ts";

/**
 * Makes an empty store, readable by its user alone. It is made under another name and then linked to its own, so that it
 * is there whole or not at all, and of two processes that make it at once one wins.
 * @throws Failure run/read-only, run/disk-full
 */
export function createFile(file: string): void {
  const made = `${file}.${process.pid}-${process.hrtime.bigint()}.new`;
  try {
    prepareDirectory(dirname(file));
    closeSync(openSync(made, "wx", 0o600));
    fill(made);
    syncPath(made);
    publish(made, file);
    syncPath(dirname(file));
  } catch (error) {
    throw fileFailure(error, file);
  } finally {
    removeQuietly(made);
  }
}

function fill(file: string): void {
  const { DatabaseSync } = loadSqlite();
  const connection = new Connection(() => new DatabaseSync(file), file);
  // Nobody sees the file before it is whole, and it is synced as one.
  connection.execute(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = ${applicationId}`);
  migrate(connection);
  connection.execute("PRAGMA journal_mode = WAL");
  connection.close();
}

/** Gives the new store its name, unless another process was faster: its store is as good. */
function publish(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    // Some file systems have no links: then a crash at this moment leaves a torn file, which is found out and refused.
    if (code === "EPERM" || code === "ENOTSUP" || code === "ENOSYS")
      unlessThere(() => copyFileSync(made, file, constants.COPYFILE_EXCL));
    else throw error;
  }
}

function unlessThere(create: () => void): void {
  try {
    create();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Where nothing is installed yet, git must still not see the store. The installer finds its own file there later. */
function prepareDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  unlessThere(() => writeFileSync(join(directory, ".gitignore"), batonGitignore, { flag: "wx" }));
}

function syncPath(path: string): void {
  // Windows opens no directory, and writes a new name to the disk by itself.
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeQuietly(made: string): void {
  try {
    for (const path of [made, `${made}-wal`, `${made}-shm`]) rmSync(path, { force: true });
  } catch {
    // A directory that cannot be written has already been reported.
  }
}
