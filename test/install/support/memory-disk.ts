import { dirname } from "node:path";
import { type Content, contentOf, shownText } from "../../../src/install/content.ts";
import type { Disk, DiskEntry } from "../../../src/install/disk.ts";

interface Node extends Omit<DiskEntry, "size"> {
  readonly content: Content;
}

/** A disk in memory: what the installer needs of one, with the errors a real one gives. Paths are POSIX. */
export class MemoryDisk implements Disk {
  readonly #nodes: Map<string, Node>;

  constructor(
    nodes: Iterable<readonly [string, Node]> = [["/", { kind: "directory", mode: 0o755, content: contentOf("") }]],
  ) {
    this.#nodes = new Map(nodes);
  }

  /** A disk with these files, texts by absolute path. */
  static with(files: Readonly<Record<string, string>>): MemoryDisk {
    const disk = new MemoryDisk();
    for (const [path, text] of Object.entries(files)) disk.put(path, text);
    return disk;
  }

  copy(): MemoryDisk {
    return new MemoryDisk(this.#nodes);
  }

  put(path: string, text: string): void {
    this.putContent(path, contentOf(text));
  }

  putContent(path: string, content: Content, mode = 0o644): void {
    this.makeDirectory(dirname(path));
    this.#nodes.set(path, { kind: "file", mode, content });
  }

  link(path: string): void {
    this.makeDirectory(dirname(path));
    this.#nodes.set(path, { kind: "symlink", mode: 0o777, content: contentOf("") });
  }

  text(path: string): string {
    return shownText(this.read(path));
  }

  /** Every file with its text, and every empty directory with a `/` at its end. */
  tree(): Record<string, string> {
    const paths = [...this.#nodes.keys()].sort();
    return Object.fromEntries(
      paths.flatMap((path) => {
        const node = this.#nodes.get(path);
        if (node?.kind === "file") return [[path, shownText(node.content)]];
        if (node?.kind === "symlink") return [[path, "(a symlink)"]];
        return this.names(path).length === 0 ? [[`${path}/`, ""]] : [];
      }),
    );
  }

  look = (path: string): DiskEntry | undefined => {
    const node = this.#nodes.get(path);
    return node === undefined ? undefined : { kind: node.kind, mode: node.mode, size: node.content.length };
  };

  names = (path: string): string[] => {
    const prefix = path === "/" ? "/" : `${path}/`;
    const below = [...this.#nodes.keys()].filter((one) => one !== "/" && one.startsWith(prefix));
    return below
      .map((one) => one.slice(prefix.length))
      .filter((name) => !name.includes("/"))
      .sort();
  };

  read = (path: string): Content => {
    const node = this.#nodes.get(path);
    if (node?.kind !== "file") throw systemError(node === undefined ? "ENOENT" : "EISDIR", "open", path);
    return node.content;
  };

  create = (path: string, content: Content, mode = 0o644): void => {
    if (this.#nodes.has(path)) throw systemError("EEXIST", "open", path);
    if (this.#nodes.get(dirname(path))?.kind !== "directory") throw systemError("ENOENT", "open", path);
    this.#nodes.set(path, { kind: "file", mode, content });
  };

  createSafely = async (path: string, content: Content, mode?: number): Promise<void> => {
    this.create(path, content, mode);
  };

  copySafely = async (from: string, path: string): Promise<void> => {
    this.create(path, this.read(from));
  };

  syncDirectory = async (path: string): Promise<void> => {
    if (!this.#nodes.has(path)) throw systemError("ENOENT", "open", path);
  };

  rename = (from: string, to: string): void => {
    const node = this.#nodes.get(from);
    if (node === undefined || this.#nodes.get(dirname(to))?.kind !== "directory")
      throw systemError("ENOENT", "rename", from);
    this.#nodes.delete(from);
    this.#nodes.set(to, node);
  };

  remove = (path: string): void => {
    const node = this.#nodes.get(path);
    if (node === undefined || node.kind === "directory")
      throw systemError(node === undefined ? "ENOENT" : "EISDIR", "unlink", path);
    this.#nodes.delete(path);
  };

  makeDirectory = (path: string): void => {
    const node = this.#nodes.get(path);
    if (node?.kind === "directory") return;
    if (node !== undefined) throw systemError("EEXIST", "mkdir", path);
    this.makeDirectory(dirname(path));
    this.#nodes.set(path, { kind: "directory", mode: 0o755, content: contentOf("") });
  };

  removeDirectory = (path: string): void => {
    if (this.#nodes.get(path)?.kind !== "directory") throw systemError("ENOENT", "rmdir", path);
    if (this.names(path).length > 0) throw systemError("ENOTEMPTY", "rmdir", path);
    this.#nodes.delete(path);
  };
}

function systemError(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}
