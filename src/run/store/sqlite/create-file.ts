import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
  const made = `${file}.${process.pid}.new`;
  try {
    prepareDirectory(dirname(file));
    rmSync(made, { force: true });
    closeSync(openSync(made, "wx", 0o600));
    fill(made);
    syncPath(made);
    linkSync(made, file);
    syncPath(dirname(file));
  } catch (error) {
    // Another process was faster: its store is as good.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fileFailure(error, file);
  } finally {
    removeQuietly(made);
  }
}

function fill(file: string): void {
  const { DatabaseSync } = loadSqlite();
  const connection = new Connection(() => new DatabaseSync(file), file);
  connection.execute(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL`);
  migrate(connection);
  connection.close();
}

/** What lies beside the store is for the installer; where nothing is installed, git must still not see the store. */
function prepareDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const ignore = join(directory, ".gitignore");
  if (!existsSync(ignore))
    writeFileSync(ignore, "# Written by Baton: runs concern this machine only.\nruns.db*\n", { flag: "wx" });
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
