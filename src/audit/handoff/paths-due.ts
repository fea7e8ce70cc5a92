import type { Passed } from "../../contract/contract.ts";
import { fieldOf } from "../../response/route-answer.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import type { Case } from "../case.ts";
import type { Course } from "../follow/follow.ts";
import { projectPath } from "../shell/project-path.ts";
import { answersOf, textsAt } from "./answers-of.ts";

/**
 * The paths that one agent has to pass another: from its own answers, or, where it only passes on what a third one wrote,
 * from that one's; then those alone that it was given itself.
 */
export function pathsDue(
  course: Course,
  before: Case,
  from: string,
  { name, field }: Passed,
  until: number,
): readonly string[] {
  const answers = answersOf(before, from, until);
  if (field !== undefined) return pathsIn(before, answers, name, field);
  const paths = pathsKnown(course, before, name, until);
  const isPassedOn = course.contract.handoffs.some(
    ({ to, passes }) => to.includes(from) && passes.some((one) => one.name === name),
  );
  if (answers.length === 0) return [];
  return isPassedOn ? givenTo(before, from, name, paths, until) : paths;
}

/** Every path that goes by a name, from the answers of those who write it. */
export function pathsKnown({ contract }: Course, before: Case, name: string, until: number): readonly string[] {
  const paths = contract.handoffs.flatMap(({ from, passes }) =>
    passes
      .filter((one) => one.name === name && one.kind === "path" && one.field !== undefined)
      .flatMap((one) => pathsIn(before, answersOf(before, from, until), name, one.field ?? "")),
  );
  return [...new Set(paths)];
}

function pathsIn({ directory }: Case, answers: readonly Verdict[], name: string, field: string): string[] {
  const place = { cwd: null, root: directory };
  const paths = answers.flatMap((answer) => {
    const type = fieldOf(answer.answer, "doc_type");
    return textsAt(answer, field).filter((path) => field !== "path" || isOfKind(name, path, type));
  });
  return [...new Set(paths.map((path) => projectPath(path, place)))];
}

/** Whether a document is the kind that a name such as `design_path` asks for; one that does not show its kind is. */
function isOfKind(name: string, path: string, type: unknown): boolean {
  const kind = name.replace(/_path$/, "").replaceAll("_", "-");
  if (typeof type === "string") return type.includes(kind);
  const folder = /(?:^|\/)docs\/([\w-]+)\//.exec(path)?.[1];
  return folder === undefined || folder.startsWith(kind);
}

/** Of these paths the ones the newest agent of a type was told; all of them where what it was told cannot be read. */
function givenTo(
  { agents }: Case,
  type: string,
  name: string,
  paths: readonly string[],
  until: number,
): readonly string[] {
  const agent = [...agents.values()].filter((one) => one.type === type && one.started < until).at(-1);
  if (agent === undefined) return [];
  const told = agent.told.filter((text) => text !== null);
  if (told.length < agent.told.length || agent.given.includes(name)) return paths;
  return paths.filter((path) => told.some((text) => text.includes(path)));
}
