import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The commit a checkout is at, read from git's own files and without starting git; null where it cannot be told.
 * Source: gitrepository-layout(5).
 */
export function readHead(checkout: string): string | null {
  try {
    const own = gitDirectory(checkout);
    const head = readFileSync(join(own, "HEAD"), "utf8").trim();
    const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
    if (ref === undefined) return hash(head);
    const common = resolve(own, textOr(join(own, "commondir"), ".").trim());
    return hash(textOr(join(common, ref), "").trim()) ?? packed(textOr(join(common, "packed-refs"), ""), ref);
  } catch {
    return null;
  }
}

function gitDirectory(checkout: string): string {
  const dotGit = join(checkout, ".git");
  if (statSync(dotGit).isDirectory()) return dotGit;
  const named = /^gitdir: (.+?)\s*$/m.exec(readFileSync(dotGit, "utf8"))?.[1] ?? "";
  return resolve(checkout, named);
}

function packed(text: string, ref: string): string | null {
  const line = text.split("\n").find((one) => one.endsWith(` ${ref}`));
  return line === undefined ? null : hash(line.slice(0, line.indexOf(" ")));
}

function hash(text: string): string | null {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null;
}

function textOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
