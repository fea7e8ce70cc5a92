import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { parseBaseCopies, renderBaseCopies } from "../../../src/install/base-copies.ts";
import { contentOf, shownText } from "../../../src/install/content.ts";
import { fingerprint } from "../../../src/install/fingerprint.ts";
import { layout } from "../../../src/install/layout.ts";
import { baton, type Ran } from "../../helpers/fake-io.ts";

/** A git repository and a home directory of a test's own, and commands run there with the pack of this checkout. */
export interface Repository {
  readonly root: string;
  readonly home: string;
  /** Runs a command line, split at spaces, in a directory of the repository. */
  readonly run: (line: string, directory?: string) => Promise<Ran>;
  /** Runs a command with `--json` and gives what it printed. */
  readonly json: (line: string) => Promise<Record<string, unknown>>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Every file outside .git, with its text. */
  readonly tree: () => Record<string, string>;
  /** Makes what is installed look like version 0.0.1, in which one file was another. */
  readonly age: (target: string, text: string) => void;
}

/** Makes an empty repository that is gone when the test is over. */
export function makeRepository(name = "repository"): Repository {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "baton-cli-")));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const [root, home] = [join(work, name), join(work, "home")];
  mkdirSync(join(root, ".git"), { recursive: true });
  mkdirSync(home);
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const run = (line: string, directory = "."): Promise<Ran> =>
    baton(line.split(" "), { cwd: join(root, directory), env: { HOME: home } });
  return {
    root,
    home,
    run,
    read,
    write,
    json: async (line) => JSON.parse((await run(`${line} --json`)).out),
    tree: () => {
      const entries = readdirSync(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return Object.fromEntries(files.sort().map((file) => [file.slice(root.length + 1), readFileSync(file, "utf8")]));
    },
    age: (target, text) => {
      const manifest = JSON.parse(read(".baton/manifest.json"));
      const files = manifest.files.map((file: { target: string }) =>
        file.target === target ? { ...file, base: fingerprint(contentOf(text)) } : file,
      );
      write(".baton/manifest.json", JSON.stringify({ ...manifest, version: "0.0.1", files }));
      const copies = new Map(parseBaseCopies(contentOf(read(layout.baseCopies))));
      write(layout.baseCopies, shownText(renderBaseCopies(copies.set(target, contentOf(text)))));
      write(target, text);
    },
  };
}
