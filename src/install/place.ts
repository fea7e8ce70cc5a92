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
  const { base, below } = locate(place, target);
  return below.length === 0 ? base : `${base}${sep}${below.join(sep)}`;
}

/** The directory that is taken as given, and the names below it that lead to the target. */
export function locate(place: Place, target: string): { base: string; below: readonly string[] } {
  const [first, ...rest] = target.split("/");
  if (!isMount(first)) throw new Error(`"${target}" is not a target`);
  const { base, parts } = place.mounts[first];
  return { base, below: [...parts, ...rest] };
}
