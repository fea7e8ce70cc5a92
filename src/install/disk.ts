import type { Content } from "./content.ts";

/** What lies at a path itself; a symlink is never followed. */
export interface DiskEntry {
  readonly kind: "file" | "directory" | "symlink" | "other";
  /** The permission bits. */
  readonly mode: number;
  /** In bytes. */
  readonly size: number;
}

/**
 * The few things the installer does to a disk, on absolute paths. Every operation is as atomic as the system call behind
 * it and throws the system's error (with its `code`).
 */
export interface Disk {
  readonly look: (path: string) => DiskEntry | undefined;
  /** Names in a directory, sorted; none when there is no such directory. */
  readonly names: (path: string) => readonly string[];
  readonly read: (path: string) => Content;
  /** Writes a new file; EEXIST when there is one. Without `mode`, the process's usual permissions. */
  readonly create: (path: string, content: Content, mode?: number) => void;
  /** Writes a new file at once, and settles when its bytes have reached the disk. */
  readonly createSafely: (path: string, content: Content, mode?: number) => Promise<void>;
  /** Writes a new file with the bytes of another and the usual permissions, and settles as `createSafely` does. */
  readonly copySafely: (from: string, path: string) => Promise<void>;
  /** Settles when a directory's names have reached the disk. */
  readonly syncDirectory: (path: string) => Promise<void>;
  /** Replaces `to`. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Makes a directory and those above it. */
  readonly makeDirectory: (path: string) => void;
  /** ENOTEMPTY when something is in it. */
  readonly removeDirectory: (path: string) => void;
}
