import { type Diagnostic, diagnose } from "../core/diagnostic.ts";

/**
 * That Baton is installed for a project and for the user.
 * @param roots the directories of both installs
 * @param file the name of the other one's manifest
 */
export function installedTwice(roots: readonly [string, string], file: string): Diagnostic {
  const message = `Baton is installed twice, in "${roots[0]}" and in "${roots[1]}": Codex has each skill twice, and $name injects neither`;
  const hint = "uninstall one of the two: baton uninstall, or baton uninstall --user";
  return diagnose("codex/installed-twice", { message, hint, where: { file } });
}
