import type { Span } from "../../core/diagnostic.ts";
import { Failure } from "../../core/failure.ts";

/** A configuration file that cannot be edited because it cannot be read. */
export function unreadableConfig(file: string, message: string, span?: Span): Failure {
  return new Failure("install/config-unreadable", message, {
    hint: "correct the file and run the command again; nothing was changed",
    where: { file, ...(span === undefined ? {} : { span }) },
  });
}

/** An edit that came out wrong: a bug of ours, stopped before anything is written. */
export function unsafeEdit(file: string, message: string, cause?: unknown): Failure {
  const hint = "nothing was changed; report this with the file, it is a bug of Baton's";
  return new Failure("install/config-unsafe", message, { where: { file }, hint, cause });
}

/**
 * Reads a text back that an edit made.
 * @throws Failure install/config-unsafe when it cannot be read
 */
export function readBack<Document>(
  read: (text: string, file: string) => Document,
  text: string,
  file: string,
): Document {
  try {
    return read(text, file);
  } catch (error) {
    throw unsafeEdit(file, "the file would not parse after the edit", error);
  }
}
