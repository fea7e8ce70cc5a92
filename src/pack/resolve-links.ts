import { joinPath } from "./join-path.ts";
import type { Document } from "./load-documents.ts";
import { isExample } from "./named.ts";
import type { Link, Scope } from "./pack.ts";
import type { PackReader } from "./pack-reader.ts";

/**
 * The relative links of a document and the bundled files it names in backticks, with what is there. A link may be
 * relative to the document, to its skill (as the Agent Skills specification asks), or to the root of what is linted.
 */
export function resolveLinks(document: Document, skill: string, scope: Scope, reader: PackReader): Link[] {
  const { markdown, source } = document.prose;
  const found: Link[] = [];
  for (const { target, start, end } of markdown.links) {
    const path = pathOf(target);
    if (path === undefined) continue;
    const where = source.where(start, end);
    found.push({ target, start, where, ...lookUp(path, [document.directory, skill, ""], skill, scope, reader) });
  }
  for (const { code, start } of markdown.codeSpans) {
    const bundled = /^(?:\.\/)?((?:references|scripts|assets)\/[\w./-]*\w\.\w{1,8})$/.exec(code)?.[1];
    // Only where the skill has such a directory is it surely the skill's own file that is meant.
    const folder = bundled?.slice(0, bundled.indexOf("/"));
    if (bundled === undefined || reader.kindOf(joinPath(skill, folder ?? "") ?? "") !== "directory") continue;
    if (isExample(source.text, start)) continue;
    const at = start + source.text.slice(start).indexOf(code);
    const where = source.where(at, at + code.length);
    found.push({
      target: code,
      start: at,
      where,
      ...lookUp(bundled, [skill, document.directory, ""], skill, scope, reader),
    });
  }
  return found;
}

/** The path a link names; undefined for addresses, anchors, placeholders and words that are no path. */
function pathOf(target: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[#/~\\])/i.test(target)) return undefined;
  if (/[<>{}[\]*$|`]|\.\.\.|…|(?:^|\/)path\/to\/|NN|XX|YYYY|TODO|TBD/.test(target)) return undefined;
  const bare = target.replace(/[?#].*$/, "");
  if (!/[./]/.test(bare)) return undefined;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function lookUp(
  path: string,
  directories: readonly string[],
  skill: string,
  scope: Scope,
  reader: PackReader,
): Pick<Link, "path" | "leads"> {
  const candidates = directories.map((directory) => joinPath(directory, path));
  const [first] = candidates;
  if (first === undefined) return { path, leads: "out-of-pack" };
  const there = candidates.flatMap((candidate) => installed(candidate, scope)).find((one) => reader.kindOf(one));
  if (there === undefined) return { path: first, leads: "nowhere" };
  const isBeside = scope.root !== "" && installed(there, scope).some((one) => one.startsWith(`${scope.root}/`));
  const isOwn = skill === "" || there.startsWith(`${skill}/`);
  return { path: there, leads: isOwn || isBeside ? "there" : "out-of-skill" };
}

/** Once installed, a pack's skills and recipes lie side by side: a path into one folder may mean the other. */
function installed(path: string | undefined, scope: Scope): string[] {
  if (path === undefined) return [];
  const [, folder, rest] = /^(skills|recipes)\/(.*)$/.exec(path) ?? [];
  if (scope.kind !== "pack" || folder === undefined || rest === undefined) return [path];
  return [path, `${folder === "skills" ? "recipes" : "skills"}/${rest}`];
}
