import type { $ZodIssue } from "zod/v4/core";
import type { Code } from "../../core/codes.ts";
import { closedList, didYouMean } from "../../core/suggest.ts";

/** What is wrong with an input, in the user's words. */
export interface InputProblem {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string | undefined;
  /** JSON pointer of the value; of the field itself where it is not known. */
  readonly pointer: string;
}

/**
 * Puts zod's issues into words.
 * @param known the fields an object at a path may have
 */
export function inputProblems(
  issues: readonly $ZodIssue[],
  value: unknown,
  known: (path: readonly PropertyKey[]) => readonly string[],
): InputProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, value, known, []));
}

type Known = (path: readonly PropertyKey[]) => readonly string[];

function problemsOf(issue: $ZodIssue, root: unknown, known: Known, above: readonly PropertyKey[]): InputProblem[] {
  const path = [...above, ...issue.path];
  const pointer = pointerOf(path);
  const value = valueAt(root, path);
  const what = path.length === 0 ? "the input" : `"${dotted(path)}"`;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(key, path, known(path)));
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (value === undefined) return [missing(what, pointer)];
      const hint = typeof value === "string" ? didYouMean(value, allowed) : undefined;
      const message = `${what} is ${show(value)}, not one of ${closedList(allowed)}`;
      return [{ code: "run/unknown-value", message, hint, pointer }];
    }
    case "invalid_union": {
      const branch = issue.errors.find((errors) => errors.some((one) => one.path.length > 0)) ?? issue.errors[0] ?? [];
      return branch.flatMap((inner) => problemsOf(inner, root, known, path));
    }
    case "invalid_type":
      if (value === undefined) return [missing(what, pointer)];
      return [
        {
          code: "run/bad-input",
          message: `${what} is ${show(value)}, not ${kinds[issue.expected] ?? issue.expected}`,
          pointer,
        },
      ];
    default:
      return [{ code: "run/bad-input", message: `${what} ${issue.message}`, pointer }];
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a string",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  array: "an array",
  object: "an object",
  record: "an object",
};

function missing(what: string, pointer: string): InputProblem {
  return { code: "run/bad-input", message: `${what} is missing`, pointer };
}

function unknownField(key: string, path: readonly PropertyKey[], fields: readonly string[]): InputProblem {
  const inside = path.length === 0 ? "" : `in "${dotted(path)}" `;
  return {
    code: "run/unknown-field",
    message: `${inside}"${key}" is not a known field, known are ${closedList(fields, 30)}`,
    hint: didYouMean(key, fields),
    pointer: pointerOf([...path, key]),
  };
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function dotted(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
