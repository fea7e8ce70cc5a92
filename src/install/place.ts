import { sep } from "node:path";

/**
 * Where an install goes. Targets are named alike everywhere (`.agents/skills/x/SKILL.md`, `.codex/agents/x.toml`,
 * `.baton/contract.yaml`, with `/`); a place says where each of the three folders really is.
 */
export interface Place {
  readonly scope: "project" | "user";
  /** The directory to name when the place is shown. */
  readonly root: string;
  readonly mounts: Readonly<Record<Mount, Mounted>>;
}

export type Mount = ".agents" | ".codex" | ".baton";

/** A folder's real directory is `base` followed by `parts`; no symlink is accepted below `base`. */
export interface Mounted {
  readonly base: string;
  readonly parts: readonly string[];
}

/** A repository, or any directory a person names. */
export function projectPlace(root: string): Place {
  const mounted = (name: Mount): Mounted => ({ base: root, parts: [name] });
  return {
    scope: "project",
    root,
    mounts: { ".agents": mounted(".agents"), ".codex": mounted(".codex"), ".baton": mounted(".baton") },
  };
}

/** `~/.agents`, `$CODEX_HOME`, `$CODEX_HOME/baton`: what holds for all of a user's projects. */
export function userPlace(home: string, codexHome: string): Place {
  return {
    scope: "user",
    root: codexHome,
    mounts: {
      ".agents": { base: home, parts: [".agents"] },
      ".codex": { base: codexHome, parts: [] },
      ".baton": { base: codexHome, parts: ["baton"] },
    },
  };
}

/** Whether a name is the first part of a target. */
export function isMount(name: string | undefined): name is Mount {
  return name === ".agents" || name === ".codex" || name === ".baton";
}

/** The absolute path of a target or of one of its directories. */
export function absolutePath(place: Place, target: string): string {
  const end = target.indexOf("/");
  const { base, parts } = mountOf(place, end < 0 ? target : target.slice(0, end));
  const rest = end < 0 ? "" : target.slice(end);
  return [base, ...parts].join(sep) + (sep === "/" ? rest : rest.replaceAll("/", sep));
}

/** The directory that is taken as given, and the names below it that lead to the target. */
export function locate(place: Place, target: string): { base: string; below: readonly string[] } {
  const [first = "", ...rest] = target.split("/");
  const { base, parts } = mountOf(place, first);
  return { base, below: [...parts, ...rest] };
}

function mountOf({ mounts }: Place, name: string): Mounted {
  if (isMount(name)) return mounts[name];
  throw new Error(`"${name}" is no folder that targets lie in`);
}
