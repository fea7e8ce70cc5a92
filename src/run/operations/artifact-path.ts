import { posix } from "node:path";
import { Failure } from "../../core/failure.ts";

/**
 * A file of the checkout as approvals name it: relative to the checkout's root, with forward slashes.
 * @throws Failure run/bad-input for a path that leads out of it
 */
export function artifactPath(written: string): string {
  const path = posix.normalize(written.replaceAll("\\", "/"));
  const leadsOut = path === ".." || path.startsWith("../") || posix.isAbsolute(path) || /^[A-Za-z]:/.test(path);
  if (!leadsOut && path !== "." && !/\p{Cc}/u.test(path)) return path;
  throw new Failure("run/bad-input", `"artifact" is "${written}", which is not a file of this checkout`, {
    status: 2,
    hint: "name it relative to the checkout's root",
    where: { file: "input", pointer: "/artifact" },
  });
}
