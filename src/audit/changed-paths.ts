import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { commandOf } from "./shell/command-of.ts";
import { projectPath } from "./shell/project-path.ts";

/** The files that an event shows to have changed, as paths of the project. What is only named by a program, or by a variable, is not among them. */
export function changedPaths({ directory }: Pick<Case, "directory">, event: TraceEvent): readonly string[] {
  if (event.kind === "files_changed" && event.refused === null)
    return event.files.map((file) => projectPath(file.path, { cwd: null, root: directory }));
  if (event.kind !== "command" || event.refused !== null) return [];
  const place = { cwd: event.cwd, root: directory };
  return commandOf(event)
    .writes.filter((path) => path !== "." && !/^[~$]|\s/.test(path))
    .map((path) => projectPath(path, place));
}
