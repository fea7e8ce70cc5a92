import { join } from "node:path";
import { openStore } from "../../src/run/store/sqlite/open-store.ts";
import { memoryStore } from "./support/memory-store.ts";
import { describeStore } from "./support/store-contract.ts";
import { temporaryDirectory } from "./support/temporary-directory.ts";

describeStore("the store in memory", memoryStore);

const directory = temporaryDirectory();
let count = 0;
describeStore("the SQLite store", () => openStore(join(directory, String(count++), "runs.db"), { create: true }));
