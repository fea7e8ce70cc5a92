import { relative, sep } from "node:path";
import { isInside } from "../../doctor/is-inside.ts";
import type { NameOf } from "../../trace/timeline.ts";

/** How files are named in findings: those below `cwd` from there, as CI finds them; others as they are. */
export function namesFrom(cwd: string): NameOf {
  return (file) => (isInside(file, cwd) ? relative(cwd, file).replaceAll(sep, "/") : file);
}
