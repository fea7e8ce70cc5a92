import { dirname } from "node:path";
import { Failure } from "../core/failure.ts";
import type { Content } from "./content.ts";
import type { Disk } from "./disk.ts";
import { layout } from "./layout.ts";
import { leaveDirectories } from "./leave-directories.ts";
import { absolutePath, type Place } from "./place.ts";
import type { CopyEffect, RemoveEffect, WriteEffect } from "./plan.ts";
import { temporaryBeside } from "./temporary-file.ts";

/** A complete file that waits under another name to be put in its place. */
export interface Staged {
  readonly path: string;
  readonly temporary: string;
  /** Settles when its bytes are on the disk. */
  readonly synced: Promise<void>;
}

export interface StagedEffect extends Staged {
  readonly effect: WriteEffect | CopyEffect;
}

/**
 * Puts complete files in their places, one at a time, and knows what of that has not reached the disk yet: its temporary
 * files and the directories whose names changed. Waiting for the disk is done for many files at once.
 */
export class FilePlacer {
  readonly #disk: Disk;
  readonly #place: Place;
  readonly #stop: AbortSignal;
  readonly #temporaries = new Set<string>();
  readonly #touched = new Set<string>();
  /** What must have reached the disk before any file is put in its place. */
  #announced: Promise<void> = Promise.resolve();

  constructor(disk: Disk, place: Place, stop: AbortSignal) {
    this.#disk = disk;
    this.#place = place;
    this.#stop = stop;
  }

  /** Puts a file in its place ahead of all others. Over an older one, it waits until the new one is safe. */
  async announce(target: string, content: Content): Promise<void> {
    const staged = this.prepare(target, content);
    if (this.#disk.look(staged.path) !== undefined) await staged.synced;
    this.#goOn();
    this.#rename(staged);
    this.#announced = Promise.all([staged.synced, this.#disk.syncDirectory(dirname(staged.path))]).then(
      () => undefined,
    );
    this.#announced.catch(() => undefined);
  }

  makeDirectories(targets: readonly string[]): void {
    for (const target of targets) {
      this.#disk.makeDirectory(absolutePath(this.#place, target));
      // A lost directory of records is made again: only the others must last.
      if (!target.startsWith(".baton/")) this.#touch(absolutePath(this.#place, target));
    }
  }

  /** Writes files under temporary names; the disk takes them in while the next ones are written. */
  stage(effects: readonly (WriteEffect | CopyEffect)[]): StagedEffect[] {
    return effects.map((effect) => {
      if (effect.do === "copy") return { effect, ...this.#copy(effect) };
      const { path, content, mode, stage } = effect;
      // A conflict's copy is checked by its fingerprint when it is read: a torn one is noticed, and made again.
      const lasting = stage !== "record" || path === layout.baseCopies;
      return { effect, ...this.#write(path, content, mode, lasting) };
    });
  }

  /** Writes one file under a temporary name. */
  prepare(target: string, content: Content): Staged {
    return this.#write(target, content, undefined, true);
  }

  async put(staged: readonly StagedEffect[]): Promise<void> {
    await Promise.all([this.#announced, ...staged.map(({ synced }) => synced)]);
    for (const { effect, ...file } of staged) {
      this.#goOn();
      this.#expect(effect.path, file.path, effect.over);
      this.#rename(file);
      if (effect.stage !== "record") this.#touch(file.path);
    }
    // What stood there before must be safe, or gone for good, before its record is.
    if (staged.some(({ effect }) => effect.stage === "backup" || effect.over !== undefined)) await this.flush();
  }

  remove(effects: readonly RemoveEffect[]): void {
    for (const effect of effects) {
      this.#goOn();
      const path = absolutePath(this.#place, effect.path);
      this.#expect(effect.path, path, effect.over);
      this.#disk.remove(path);
      if (effect.stage !== "record") this.#touch(path);
    }
  }

  /** Puts a prepared file in its place when it and everything else is safe. */
  async finish(staged: Staged): Promise<void> {
    await staged.synced;
    this.#goOn();
    this.#rename(staged);
    this.#touch(staged.path);
  }

  removeIfThere(target: string): void {
    const path = absolutePath(this.#place, target);
    if (this.#disk.look(path) !== undefined) this.#disk.remove(path);
    this.#touch(path);
  }

  /** Removes directories in which nothing is left. */
  leaveDirectories(targets: readonly string[]): void {
    leaveDirectories(this.#disk, this.#place, targets);
    for (const target of targets) this.#touched.delete(absolutePath(this.#place, target));
  }

  /** Makes new names last. Nothing is lost without it, but a power cut could bring old names back. */
  async flush(): Promise<void> {
    const directories = [...this.#touched];
    this.#touched.clear();
    await Promise.all(directories.map((directory) => this.#disk.syncDirectory(directory)));
  }

  /** Removes the temporary files that are left; those it cannot remove, the next run sweeps. */
  discard(): void {
    for (const temporary of this.#temporaries) {
      try {
        this.#disk.remove(temporary);
      } catch {
        // Swept later.
      }
    }
  }

  #write(target: string, content: Content, mode: number | undefined, sync: boolean): Staged {
    return this.#make(target, (temporary) => {
      if (sync) return this.#disk.createSafely(temporary, content, mode);
      this.#disk.create(temporary, content, mode);
      return Promise.resolve();
    });
  }

  #copy({ path, from, size }: CopyEffect): Staged {
    const staged = this.#make(path, (temporary) => this.#disk.copySafely(from, temporary));
    if (this.#disk.look(staged.temporary)?.size !== size) throw changedMeanwhile(from, from);
    return staged;
  }

  #make(target: string, create: (temporary: string) => Promise<void>): Staged {
    const path = absolutePath(this.#place, target);
    const temporary = temporaryBeside(path);
    this.#temporaries.add(temporary);
    const synced = create(temporary);
    // It is waited for later, and by then something else may have failed first.
    synced.catch(() => undefined);
    return { path, temporary, synced };
  }

  #rename({ temporary, path }: Staged): void {
    this.#disk.rename(temporary, path);
    this.#temporaries.delete(temporary);
  }

  #touch(path: string): void {
    this.#touched.add(dirname(path));
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
    if (!same) throw changedMeanwhile(target, path);
  }
}

function changedMeanwhile(name: string, file: string): Failure {
  return new Failure("install/changed-meanwhile", `"${name}" was changed while Baton was at work`, {
    where: { file },
    hint: "run the command again: it goes on from here",
  });
}
