import { Failure } from "../../../core/failure.ts";
import type { Connection } from "./connection.ts";
import { migrations } from "./schema.ts";

/**
 * Brings a database to the newest version, in one transaction.
 * @throws Failure run/newer-store when it is of a version this program does not know
 */
export function migrate(connection: Connection, steps: readonly string[] = migrations): void {
  if (versionOf(connection, steps) === steps.length) return;
  connection.write(() => {
    // Another process may have done it while this one waited.
    for (const step of steps.slice(versionOf(connection, steps))) connection.execute(step);
    connection.execute(`PRAGMA user_version = ${steps.length}`);
  });
}

function versionOf(connection: Connection, steps: readonly string[]): number {
  const version = connection.pragma("user_version");
  if (version <= steps.length) return version;
  throw new Failure("run/newer-store", `the store of runs has version ${version}, this Baton knows ${steps.length}`, {
    hint: "use the newer Baton: npx codex-baton@latest",
    where: { file: connection.file },
  });
}
