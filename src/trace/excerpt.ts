import { closeSync, openSync, readSync } from "node:fs";

/** A part of a session file that is read again when somebody asks for it: few ever are. In bytes. */
export interface Excerpt {
  readonly file: string;
  readonly from: number;
  readonly length: number;
}

/** The bytes of an excerpt; none where the file is no longer what it was. */
export function readExcerpt({ file, from, length }: Excerpt): Buffer {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
