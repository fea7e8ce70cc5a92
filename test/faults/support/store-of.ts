import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore } from "../../../src/run/store/sqlite/open-store.ts";
import { Desk } from "../../run/support/desk.ts";

/** The path of a store that is not there yet, in a directory that is gone after the test. */
export function newStoreFile(): string {
  const directory = mkdtempSync(join(tmpdir(), "baton-faults-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, "runs.db");
}

/** Does work at a desk over a store, and closes it. */
export async function atDesk<T>(file: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = new Desk(openStore(file, { create: true }));
  try {
    return await work(desk);
  } finally {
    await desk.context.store.close();
  }
}
