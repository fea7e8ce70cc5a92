import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { type Baseline, renderBaseline } from "../../audit/settings/baseline.ts";
import { parseBaseline, type ReadBaseline } from "../../audit/settings/parse-baseline.ts";
import { Failure } from "../../core/failure.ts";
import { readText } from "../../pack/read-text.ts";
import { failOnFindings } from "./fail-on-findings.ts";
import { readProjectFile } from "./project-file.ts";

/** Where a baseline is kept, and what it holds; nothing when it is not there yet. */
export interface BaselineFile {
  readonly path: string;
  readonly file: string;
  readonly read: ReadBaseline | undefined;
}

/**
 * Reads the baseline of a name, else the project's own, `.baton/audit-baseline.json`, where there is one.
 * @param mayBeNew whether a named one need not exist
 * @throws Failure audit/baseline-shape, parse/… when it is broken
 */
export function openBaseline(cwd: string, named: string | undefined, mayBeNew: boolean): BaselineFile {
  const { path, file, text } =
    named === undefined ? readProjectFile(cwd, ".baton/audit-baseline.json") : namedFile(cwd, named, mayBeNew);
  if (text === undefined) return { path, file, read: undefined };
  const read = parseBaseline(text, file);
  failOnFindings(read.findings);
  return { path, file, read };
}

function namedFile(cwd: string, named: string, mayBeNew: boolean) {
  const path = resolve(cwd, named);
  const file = relative(cwd, path).replaceAll(sep, "/");
  try {
    return { path, file, text: readText(path, file) };
  } catch (error) {
    const isMissing = error instanceof Failure && (error.cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
    if (isMissing && mayBeNew) return { path, file, text: undefined };
    throw error;
  }
}

/**
 * Writes a baseline in one step: nobody ever reads half of it, and a link in its place is replaced, not followed.
 * @throws Failure cli/usage when it cannot be written
 */
export function saveBaseline({ path, file }: BaselineFile, baseline: Baseline): void {
  const fresh = `${path}.${process.pid}.baton-tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, renderBaseline(baseline), { flag: "wx" });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new Failure("cli/usage", `the baseline "${file}" cannot be written: ${(error as Error).message}`, {
      cause: error,
      hint: "name a file that can be written with --baseline <file>",
    });
  }
}
