import { Failure } from "../../../core/failure.ts";

type Sqlite = typeof import("node:sqlite");

/** Gives the SQLite that Node has built in. A seam, so that a test can be an older Node. */
export type BuiltIns = Pick<typeof process, "getBuiltinModule" | "version">;

/**
 * Loads `node:sqlite` when a store is first needed, without the warning that some versions print about it.
 * @throws Failure run/old-node where Node does not have it (before 22.13)
 */
export function loadSqlite(node: BuiltIns = process): Sqlite {
  const sqlite = quietly(() => node.getBuiltinModule("node:sqlite") as Sqlite | undefined);
  if (sqlite !== undefined) return sqlite;
  throw new Failure("run/old-node", `durable runs need Node 22.13 or newer, this is ${node.version}`, {
    hint: "install a newer Node; everything else of Baton works with this one",
  });
}

function quietly<T>(load: () => T): T {
  const { emitWarning } = process;
  const quiet = (warning: string | Error, ...rest: unknown[]): void => {
    if (!/SQLite is an experimental/.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  process.emitWarning = quiet as typeof emitWarning;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
