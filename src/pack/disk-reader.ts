import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { decodeUtf8 } from "../core/decode-utf8.ts";
import type { Entry, PackReader, Read } from "./pack-reader.ts";

/** The largest file that is read, in bytes. */
export const fileSizeLimit = 1_000_000;

/**
 * Reads a directory on disk.
 * @param cwd where findings name paths from
 */
export function diskReader(directory: string, cwd: string): PackReader {
  const root = realpathSync(directory);
  const at = (path: string): string => join(root, path);
  const inside = (real: string): boolean => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  const anywhere = (path: string): string | undefined => {
    try {
      return realpathSync(at(path));
    } catch {
      return undefined;
    }
  };
  const real = (path: string): string | undefined => {
    const place = anywhere(path);
    return place !== undefined && inside(place) ? place : undefined;
  };
  return {
    rootName: basename(root),
    show: (path) => (relative(cwd, resolve(directory, path)) || ".").replaceAll(sep, "/"),
    list: (path) => {
      const place = real(path);
      return place === undefined ? [] : list(place, (name) => linkOf(join(place, name), inside));
    },
    read: (path) => {
      const place = real(path);
      return place === undefined ? { problem: "unreadable", detail: "it is not there" } : read(place);
    },
    kindOf: (path) => {
      const place = anywhere(path);
      if (place === undefined) return undefined;
      return inside(place) ? kindAt(place) : "outside";
    },
    resolve: (path) => relative(root, real(path) ?? at(path)).replaceAll(sep, "/"),
  };
}

function list(place: string, follow: (name: string) => Pick<Entry, "kind" | "link">): Entry[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .map((entry): Entry => {
        if (entry.isSymbolicLink()) return { name: entry.name, ...follow(entry.name) };
        return { name: entry.name, kind: entry.isDirectory() ? "directory" : entry.isFile() ? "file" : "other" };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function linkOf(link: string, inside: (real: string) => boolean): Pick<Entry, "kind" | "link"> {
  try {
    const target = realpathSync(link);
    return { kind: kindAt(target) ?? "other", link: inside(target) ? "inside" : "outside" };
  } catch {
    return { kind: "other", link: "broken" };
  }
}

function kindAt(place: string): "file" | "directory" | undefined {
  const stat = statSync(place, { throwIfNoEntry: false });
  return stat?.isFile() ? "file" : stat?.isDirectory() ? "directory" : undefined;
}

function read(place: string): Read {
  try {
    // Opened once and asked afterwards: what is read is what was measured. Without blocking: a pipe would wait forever.
    const descriptor = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return { problem: "unreadable", detail: "it is not a regular file" };
      if (stat.size > fileSizeLimit)
        return { problem: "too-large", detail: `${stat.size} bytes, more than the ${fileSizeLimit} allowed` };
      return decode(readFileSync(descriptor));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return {
      problem: "unreadable",
      detail: `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`,
    };
  }
}

function decode(bytes: Uint8Array): Read {
  const text = decodeUtf8(bytes);
  return text === undefined ? { problem: "not-utf8", detail: "it is not valid UTF-8" } : { text };
}
