import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { baton, type Ran } from "../../helpers/fake-io.ts";

/** A checkout of a test's own, and `baton` in it. */
export interface Checkout {
  readonly root: string;
  readonly run: (...words: string[]) => Promise<Ran>;
  /** Runs a command with `--json`; what it printed. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
  readonly json: (...words: string[]) => Promise<any>;
  readonly runAs: (env: Readonly<Record<string, string>>, ...words: string[]) => Promise<Ran>;
  readonly write: (path: string, text: string) => void;
}

/** Makes an empty checkout that is gone when the test is over. */
export function makeCheckout(): Checkout {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "baton-run-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, ".git"));
  const runAs = (env: Readonly<Record<string, string>>, ...words: string[]): Promise<Ran> =>
    baton(words, { cwd: root, env: { USER: "ann", ...env } });
  const run = (...words: string[]): Promise<Ran> => runAs({}, ...words);
  return {
    root,
    run,
    runAs,
    json: async (...words) => JSON.parse((await run(...words, "--json")).out),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
  };
}
