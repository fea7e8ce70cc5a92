import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { batonGitignore } from "../../core/baton-gitignore.ts";

/** What a governed session is held to. */
export interface SessionMarker {
  readonly recipe: string;
  /** The run it works on; null while there is none. */
  readonly run: string | null;
  /** What a run waits for where there is none: a person's request, their choice, or a Node that can keep runs. */
  readonly waits: "request" | "choice" | "store" | null;
  /** The open runs a person was asked to choose from, in the order in which they were told. */
  readonly choice: readonly string[];
  /** Whether the run knows that the hooks are switched off. */
  readonly off: boolean;
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a session's marker lies, whether there is one or not; undefined for what is no session's id. */
export function markerFile(root: string, session: string): string | undefined {
  return id.test(session) ? join(root, ".baton", "sessions", `${session}.json`) : undefined;
}

/**
 * Whether a recipe governs a session. Asked at every event of every session, so that it is one look at the disk.
 * @param root of the repository's main checkout
 */
export function isGoverned(root: string, session: string): boolean {
  const file = markerFile(root, session);
  return file !== undefined && lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** A session's marker; undefined where there is none that can be read. */
export function readMarker(root: string, session: string): SessionMarker | undefined {
  const file = markerFile(root, session);
  return file === undefined ? undefined : parseMarker(textOf(file));
}

/** Marks a session as governed. Whoever reads meanwhile finds the old marker or the new one, whole. */
export function writeMarker(root: string, session: string, marker: SessionMarker): void {
  const file = markerFile(root, session);
  if (file === undefined) throw new Error(`"${session}" is no session's id`);
  makePlainDirectory(dirname(file));
  const fresh = `${file}.${process.pid}.baton-tmp`;
  writeFileSync(fresh, `${JSON.stringify(marker)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
}

/** Lets go of a session: nothing governs it any more. */
export function removeMarker(root: string, session: string): void {
  const file = markerFile(root, session);
  if (file !== undefined) rmSync(file, { force: true });
}

/** Makes a directory below `.baton`, and refuses one that a link leads out of the project. */
export function makePlainDirectory(directory: string): void {
  const baton = directory.slice(0, directory.lastIndexOf(".baton") + ".baton".length);
  const isNew = lstatSync(baton, { throwIfNoEntry: false }) === undefined;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // Where nothing is installed yet, git must still not see what concerns this machine only.
  if (isNew) writeFileSync(join(baton, ".gitignore"), batonGitignore);
  for (let at = directory; at.length >= baton.length; at = dirname(at))
    if (!lstatSync(at).isDirectory()) throw new Error(`"${at}" is a link, and Baton follows none`);
}

const mostBytes = 262_144;

/** A small file's text; empty where there is none, or none that is a plain file. */
export function textOf(file: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return "";
    const bytes = Buffer.alloc(Math.min(stats.size, mostBytes));
    return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } catch {
    return "";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function parseMarker(text: string): SessionMarker | undefined {
  try {
    const { recipe, run, waits, choice, off } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof recipe !== "string" || !(run === null || typeof run === "string") || !Array.isArray(choice))
      return undefined;
    const known = waits === "request" || waits === "choice" || waits === "store" ? waits : null;
    return { recipe, run, waits: known, choice: choice.filter((one) => typeof one === "string"), off: off === true };
  } catch {
    return undefined;
  }
}
