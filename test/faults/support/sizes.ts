/** `npm run test:faults` is the whole suite; within `npm test` it is a short form of itself. */
const full = process.env["npm_lifecycle_event"] === "test:faults" || process.env["BATON_FAULTS"] === "full";

/** How much of each fault a run of the suite brings about. */
export const sizes = full
  ? { kills: 500, creationKills: 60, processes: 8, updates: 200, races: 25, damages: 3_000 }
  : { kills: 15, creationKills: 4, processes: 4, updates: 25, races: 3, damages: 60 };

/** Long enough for the whole suite on a slow machine. */
export const patienceMs = full ? 1_800_000 : 60_000;
