import { dirname, join, relative } from "node:path";
import { layout } from "../install/layout.ts";
import { absolutePath, type Place } from "../install/place.ts";
import { resolved } from "../install/resolved.ts";
import { codexHome, findRepository } from "../pack/find-project.ts";
import type { FilePath, PlaceFacts } from "./facts.ts";
import { isInside } from "./is-inside.ts";
import { mainCheckout } from "./main-checkout.ts";
import { shownPath } from "./shown-path.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an install stands among the directories that Codex looks at. All paths are resolved. */
export interface Surroundings {
  readonly place: PlaceFacts;
  /** The directory a session is started in. */
  readonly cwd: string;
  readonly codexHome: string;
  /** Directories whose `.codex` and `.agents` a session reads: from its own up to the repository's root. */
  readonly directories: readonly string[];
  /** A path, with the name findings give it: relative to where the command runs, when it is of the project. */
  readonly named: (path: string) => FilePath;
}

/** Finds out about an install's surroundings from where a command runs; a session is thought to start there too. */
export function surroundingsOf(place: Place, commandCwd: string, env: Environment): Surroundings {
  const here = resolved(commandCwd);
  const root = resolved(place.root);
  const cwd = place.scope === "user" || isInside(here, root) ? here : root;
  const repository = findRepository(cwd);
  const top = repository ?? cwd;
  const home = resolved(codexHome(env));
  const viewpoint = { here, project: place.scope === "user" || isInside(root, top) ? top : root };
  const named = (path: string): FilePath => ({ path, file: shownPath(path, viewpoint) });
  const main = repository === undefined ? undefined : mainCheckout(repository);
  const resolvedMain = main === undefined ? undefined : resolved(main);
  const hooks = resolved(absolutePath(place, layout.hooksJson));
  const inMain = resolvedMain !== undefined && place.scope === "project";
  return {
    cwd,
    codexHome: home,
    directories: upwards(cwd, top),
    named,
    place: {
      scope: place.scope,
      root,
      viewpoint,
      trustRoot: resolvedMain ?? top,
      codexFolder: resolved(absolutePath(place, ".codex")),
      hooksFile: named(inMain ? join(resolvedMain, relative(top, hooks)) : hooks),
      userConfig: named(join(home, "config.toml")),
      config: named(resolved(absolutePath(place, layout.configToml))),
      mainCheckout: inMain ? resolvedMain : undefined,
    },
  };
}

function upwards(from: string, to: string): string[] {
  const directories = [from];
  for (let at = from; at !== to && dirname(at) !== at; ) {
    at = dirname(at);
    directories.push(at);
  }
  return directories;
}
