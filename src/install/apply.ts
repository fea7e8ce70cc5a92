import { dirname } from "node:path";
import { Failure } from "../core/failure.ts";
import type { Content } from "./content.ts";
import type { Disk } from "./disk.ts";
import { layout } from "./layout.ts";
import { renderManifest } from "./manifest.ts";
import { absolutePath, type Place } from "./place.ts";
import type { Plan, RemoveEffect, Stage, WriteEffect } from "./plan.ts";
import { temporaryBeside } from "./temporary-file.ts";

const stages: readonly Stage[] = ["backup", "target", "record"];

/**
 * Carries out a plan: first the manifest that says what is under way, then the files, then the manifest that says it is
 * done. Each file is replaced at once by one that is complete; stopped anywhere, planning and applying again gets to the
 * same end. Call it with the lock held.
 * @param stop when it is aborted, the file at hand is finished and nothing more is begun
 * @throws Failure install/changed-meanwhile, cli/interrupted, and the system's errors
 */
export async function applyPlan(disk: Disk, place: Place, plan: Plan, stop: AbortSignal): Promise<void> {
  if (plan.pending === undefined) return;
  const run = new Run(disk, place, stop);
  try {
    if (plan.effects.length > 0) await run.replace(layout.manifest, renderManifest(plan.pending));
    for (const directory of plan.makes) disk.makeDirectory(absolutePath(place, directory));
    const writes = plan.effects.filter((effect) => effect.do === "write");
    const removes = plan.effects.filter((effect) => effect.do === "remove");
    const staged = run.stage(writes);
    for (const stage of stages) {
      await run.rename(staged.filter(({ effect }) => effect.stage === stage));
      await run.remove(removes.filter((effect) => effect.stage === stage));
    }
    await run.settle(plan.makes);
    for (const directory of plan.leaves) run.leave(absolutePath(place, directory));
    if (plan.final === undefined) await run.removeManifest();
    else await run.replace(layout.manifest, renderManifest(plan.final));
  } catch (error) {
    run.discard();
    throw error;
  }
}

/** A complete file that waits under another name to be put in its place. */
interface Staged {
  readonly effect: WriteEffect;
  readonly path: string;
  readonly temporary: string;
  readonly synced: Promise<void>;
}

/** One application of a plan: knows the temporary files that are still there. */
class Run {
  readonly #disk: Disk;
  readonly #place: Place;
  readonly #stop: AbortSignal;
  readonly #temporaries = new Set<string>();

  constructor(disk: Disk, place: Place, stop: AbortSignal) {
    this.#disk = disk;
    this.#place = place;
    this.#stop = stop;
  }

  /** Writes every file under a temporary name; the disk takes them in while the next ones are written. */
  stage(effects: readonly WriteEffect[]): Staged[] {
    return effects.map((effect) => {
      const path = absolutePath(this.#place, effect.path);
      const temporary = this.#write(path, effect.content, effect.mode);
      // Records are checked by their fingerprints when they are read: a torn one is noticed, and made again.
      const synced = effect.stage === "record" ? Promise.resolve() : this.#disk.sync(temporary);
      synced.catch(() => undefined);
      return { effect, path, temporary, synced };
    });
  }

  async rename(staged: readonly Staged[]): Promise<void> {
    await Promise.all(staged.map(({ synced }) => synced));
    for (const { effect, path, temporary } of staged) {
      this.#goOn();
      this.#expect(effect.path, path, effect.over);
      this.#put(temporary, path);
    }
    await this.#syncDirectories(staged.map(({ path }) => path));
  }

  async remove(effects: readonly RemoveEffect[]): Promise<void> {
    for (const effect of effects) {
      this.#goOn();
      const path = absolutePath(this.#place, effect.path);
      this.#expect(effect.path, path, effect.over);
      this.#disk.remove(path);
    }
    await this.#syncDirectories(effects.map((effect) => absolutePath(this.#place, effect.path)));
  }

  /** Makes new directories last. */
  async settle(directories: readonly string[]): Promise<void> {
    await this.#syncDirectories(directories.map((directory) => absolutePath(this.#place, directory)));
  }

  /** Removes a directory unless something is still in it. */
  leave(directory: string): void {
    if (this.#disk.look(directory)?.kind !== "directory" || this.#disk.names(directory).length > 0) return;
    this.#disk.removeDirectory(directory);
  }

  async replace(target: string, content: Content): Promise<void> {
    this.#goOn();
    const path = absolutePath(this.#place, target);
    const temporary = this.#write(path, content, undefined);
    await this.#disk.sync(temporary);
    this.#put(temporary, path);
    await this.#syncDirectories([path]);
  }

  async removeManifest(): Promise<void> {
    const path = absolutePath(this.#place, layout.manifest);
    if (this.#disk.look(path) !== undefined) this.#disk.remove(path);
    await this.#syncDirectories([path]);
  }

  discard(): void {
    for (const temporary of this.#temporaries) {
      try {
        this.#disk.remove(temporary);
      } catch {
        // The next run sweeps it.
      }
    }
  }

  #write(path: string, content: Content, mode: number | undefined): string {
    const temporary = temporaryBeside(path);
    this.#temporaries.add(temporary);
    this.#disk.create(temporary, content, mode);
    return temporary;
  }

  #put(temporary: string, path: string): void {
    this.#disk.rename(temporary, path);
    this.#temporaries.delete(temporary);
  }

  #goOn(): void {
    if (!this.#stop.aborted) return;
    const hint = "what was written is complete; the same command goes on from here, baton uninstall takes it back";
    throw new Failure("cli/interrupted", "stopped between two files, as you asked", { hint });
  }

  /** Between the look at the disk and now, an editor may have saved. */
  #expect(target: string, path: string, over: Content | undefined): void {
    const kind = this.#disk.look(path)?.kind;
    const same = over === undefined ? kind === undefined : kind === "file" && this.#disk.read(path) === over;
    if (same) return;
    throw new Failure("install/changed-meanwhile", `"${target}" was changed while Baton was at work`, {
      where: { file: path },
      hint: "run the command again: it goes on from here",
    });
  }

  /** Makes the new names last. Nothing is lost without it, but a power cut could bring old names back. */
  async #syncDirectories(paths: readonly string[]): Promise<void> {
    await Promise.all([...new Set(paths.map(dirname))].map((directory) => this.#disk.sync(directory)));
  }
}
