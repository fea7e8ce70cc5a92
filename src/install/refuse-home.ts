import { statSync } from "node:fs";
import { Failure } from "../core/failure.ts";
import { codexHome, userHome } from "../pack/find-project.ts";
import { absolutePath, type Place } from "./place.ts";
import { resolved } from "./resolved.ts";

/**
 * Refuses a project place in the user's home, and one whose `.codex` is Codex's own directory: what is wired there holds
 * for all projects, and starts the program that lies in whichever repository is open, whoever wrote it.
 * @throws Failure install/home
 */
export function refuseHome(place: Place, env: Readonly<Record<string, string | undefined>>): void {
  if (place.scope === "user") return;
  const home = isSame(place.root, userHome(env));
  if (!home && !isSame(absolutePath(place, ".codex"), codexHome(env))) return;
  const what = home ? "is your home" : "has Codex's own directory as its .codex";
  throw new Failure("install/home", `${place.root} ${what}: hooks there hold for all your projects`, {
    status: 2,
    hint: "this is your home: baton install --user; baton uninstall takes away what an earlier install left here",
  });
}

/** Whether two paths are one directory, through whatever links, mounts and spellings they lead there. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [identityOf(one), identityOf(other)];
  return resolved(one) === resolved(other) || (first !== undefined && first === second);
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
