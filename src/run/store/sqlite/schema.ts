/** Marks a database file as Baton's: "BTN1". */
export const applicationId = 0x42544e31;

/**
 * What takes a database from one version to the next; the number of entries is the newest version. A shipped entry is
 * never edited. `runs` holds what is looked up; `folds` the state of each run and its steps as JSON, sealed; `events` what
 * happened, chained. Ids in `folds` and `events` begin with the run's number: see row-ids.ts.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE runs (
     number INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     status TEXT NOT NULL,
     ended INTEGER NOT NULL,
     ended_at TEXT,
     owner TEXT,
     kind TEXT NOT NULL
   ) STRICT;
   CREATE INDEX live_runs ON runs (number) WHERE ended = 0;
   CREATE TABLE folds (
     id INTEGER PRIMARY KEY,
     body TEXT NOT NULL,
     head TEXT,
     seal TEXT
   ) STRICT;
   CREATE TABLE events (
     id INTEGER PRIMARY KEY,
     revision INTEGER NOT NULL,
     at TEXT NOT NULL,
     actor TEXT NOT NULL,
     kind TEXT NOT NULL,
     payload TEXT NOT NULL,
     hash TEXT NOT NULL
   ) STRICT;
   CREATE TABLE keys (
     key TEXT PRIMARY KEY,
     run INTEGER NOT NULL,
     fingerprint TEXT NOT NULL,
     answer TEXT NOT NULL,
     seal TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX keys_of_run ON keys (run);`,
];

/** Everything a database of the newest version holds, as SQLite lists it. */
export const schemaNames: readonly string[] = [
  "index keys_of_run",
  "index live_runs",
  "index sqlite_autoindex_runs_1",
  "table events",
  "table folds",
  "table keys",
  "table runs",
];

/** The checksum over those, each with the SQL that made it (`type name sql`), in that order. */
export const schemaSeal = "e0c0df4f89f20c1c";
