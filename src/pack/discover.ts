import { below } from "./below.ts";
import type { Scope, Unread } from "./pack.ts";
import type { Entry, PackReader } from "./pack-reader.ts";

/** A file that was found, and for whom it is there. */
export interface Found {
  readonly path: string;
  readonly scope: Scope;
}

export interface Discovered {
  readonly skills: readonly Found[];
  readonly agents: readonly Found[];
  readonly unread: readonly Unread[];
}

/** What discovery may cost: directories entered, and levels below a root that are looked at to report what lies too deep. */
export const discoveryLimits = { directories: 20_000, depth: 12 } as const;

/** Codex finds a skill's directory at most this many levels below the root it scans. */
export const deepestSkill = 6;

const neverEntered: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Collects skills and agents the way Codex does: recursively, hidden directories skipped but for agents, links followed within the tree. */
export class Discovery {
  readonly skills: Found[] = [];
  readonly agents: Found[] = [];
  readonly unread: Unread[] = [];
  readonly #reader: PackReader;
  readonly #entered = new Set<string>();
  #directories = 0;

  constructor(reader: PackReader) {
    this.#reader = reader;
  }

  /** Skills at and below a root. */
  skillsIn(scope: Scope): void {
    if (this.#isThere(scope.root)) this.#skills(scope, scope.root, 0, false);
  }

  /** Custom agents at and below a root, also in hidden directories. Where Codex does not look, a TOML file counts if it has instructions, and nothing hidden does. */
  agentsIn(scope: Scope): void {
    if (this.#isThere(scope.root)) this.#agents(scope, scope.root, 0);
  }

  /** Every directory of the tree that a person works in, breadth first: nothing hidden, no installed packages, no repository within. */
  *workDirectories(): Iterable<string> {
    const waiting = [""];
    for (let at = 0; at < waiting.length; at++) {
      const directory = waiting[at] ?? "";
      if (!this.#enter("tree", directory)) continue;
      const entries = this.#reader.list(directory);
      if (directory !== "" && entries.some((entry) => entry.name === ".git")) continue;
      yield directory;
      for (const entry of entries) {
        const hidden = entry.name.startsWith(".") || neverEntered.has(entry.name);
        if (entry.kind === "directory" && entry.link === undefined && !hidden)
          waiting.push(below(directory, entry.name));
      }
    }
  }

  #skills(scope: Scope, directory: string, depth: number, inSkill: boolean): void {
    if (depth > discoveryLimits.depth || !this.#enter("skills", directory)) return;
    const entries = this.#reader.list(directory);
    const isSkill = inSkill || entries.some((entry) => entry.name === "SKILL.md");
    for (const entry of entries) {
      const path = below(directory, entry.name);
      if (entry.name === "SKILL.md" && entry.kind !== "directory") this.#skill(scope, path, depth, entry);
      else if (this.#isDirectory(entry, path)) {
        if (!entry.name.startsWith(".") && !neverEntered.has(entry.name)) this.#skills(scope, path, depth + 1, isSkill);
      } else if (!isSkill && entry.kind === "file" && entry.name.toLowerCase() === "skill.md")
        this.#leave("wrong-case", path, `it is called "${entry.name}"`);
    }
  }

  #skill(scope: Scope, path: string, depth: number, entry: Entry): void {
    if (entry.link !== undefined) this.#leave("symlinked-skill", path, "it is a symbolic link");
    else if (depth > deepestSkill && scope.kind !== "guess")
      this.#leave("too-deep", path, `it lies ${depth} levels below ${scope.root}`);
    else this.skills.push({ path, scope });
  }

  #agents(scope: Scope, directory: string, depth: number): void {
    if (depth > discoveryLimits.depth || !this.#enter("agents", directory)) return;
    for (const entry of this.#reader.list(directory)) {
      const path = below(directory, entry.name);
      if (this.#isDirectory(entry, path)) {
        const isSkipped = scope.kind === "guess" && entry.name.startsWith(".");
        if (!isSkipped && !neverEntered.has(entry.name)) this.#agents(scope, path, depth + 1);
      } else if (entry.link !== "outside") this.#agent(scope, path, entry.name);
    }
  }

  #agent(scope: Scope, path: string, name: string): void {
    const isLive = scope.kind === "live";
    if (name.endsWith(".toml")) {
      if (isLive || this.#hasInstructions(path)) this.agents.push({ path, scope });
    } else if (isLive && name.endsWith(".md") && !/^readme/i.test(name))
      this.#leave("markdown-agent", path, "it is Markdown");
  }

  #hasInstructions(path: string): boolean {
    const read = this.#reader.read(path);
    return "text" in read && /^\s*"?developer_instructions"?\s*=/m.test(read.text);
  }

  #isThere(root: string): boolean {
    const kind = this.#reader.kindOf(root);
    if (kind === "outside") this.#leave("symlink-outside", root, "it is reached through a link that leads out");
    return kind === "directory";
  }

  /** A directory that may be entered; one that a link puts outside is reported instead. */
  #isDirectory(entry: Entry, path: string): boolean {
    if (entry.link === "outside") {
      this.#leave("symlink-outside", path, "it is a symbolic link that leads out of the directory");
      return false;
    }
    return entry.kind === "directory";
  }

  /** False for a place that was entered before, and when the limit is reached. */
  #enter(purpose: string, directory: string): boolean {
    const key = `${purpose} ${this.#reader.resolve(directory)}`;
    if (this.#entered.has(key)) return false;
    this.#entered.add(key);
    if (++this.#directories <= discoveryLimits.directories) return true;
    if (this.#directories === discoveryLimits.directories + 1)
      this.#leave("too-many", directory, `more than ${discoveryLimits.directories} directories`);
    return false;
  }

  #leave(kind: Unread["kind"], path: string, detail: string): void {
    this.unread.push({ kind, path, file: this.#reader.show(path), detail });
  }
}
