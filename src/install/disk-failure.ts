import { Failure } from "../core/failure.ts";

const words: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EACCES: "this is not permitted",
  EPERM: "this is not permitted",
  EROFS: "the disk is read-only",
};

/** What to tell the user about an error: a system error as `install/disk`, anything else as it is. */
export function diskFailure(error: unknown): unknown {
  const { code, path, syscall } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  if (error instanceof Failure || code === undefined || syscall === undefined) return error;
  return new Failure("install/disk", `${words[code] ?? "the disk refused"} (${syscall}: ${code})`, {
    ...(path === undefined ? {} : { where: { file: path } }),
    hint: "nothing of yours is lost; clear the cause and run the same command again",
    cause: error,
  });
}
