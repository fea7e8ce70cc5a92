import * as z from "zod";
import type { Span } from "../../core/diagnostic.ts";
import { diagnose } from "../../core/diagnostic.ts";
import { Failure } from "../../core/failure.ts";
import { limits } from "../cap-text.ts";
import { type InputProblem, inputProblems } from "./input-problem.ts";

/** Where a value of the input stands in the user's text, by its JSON pointer. */
export type Locate = (pointer: string, part: "key" | "value") => Span | undefined;

/**
 * Checks an operation's input and gives it its type. Nothing is guessed or left out: everything wrong is told at once.
 * @throws Failure run/bad-input, run/unknown-field, run/unknown-value: the first problem, with the others as its findings
 */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  locate: Locate = () => undefined,
): z.infer<Schema> {
  const odd = oddJson(value, "", 0);
  if (odd !== undefined) throw inputFailure([odd], locate);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw inputFailure(
    inputProblems(result.error.issues, value, (path) => fieldsAt(schema, path)),
    locate,
  );
}

/** The failure that says what is wrong with an input. */
export function inputFailure([first, ...others]: readonly InputProblem[], locate: Locate): Failure {
  if (first === undefined) throw new Error("an input without problems was refused");
  const where = ({ pointer, code }: InputProblem): { file: string; pointer: string; span?: Span } => {
    const span = locate(pointer, code === "run/unknown-field" ? "key" : "value");
    return { file: "input", pointer, ...(span === undefined ? {} : { span }) };
  };
  return new Failure(first.code, first.message, {
    status: 2,
    hint: first.hint,
    where: where(first),
    findings: others.map((one) => diagnose(one.code, { message: one.message, hint: one.hint, where: where(one) })),
  });
}

/** What JSON can say and a run cannot keep: a key that some programs take for an object's prototype, and endless nesting. */
function oddJson(value: unknown, pointer: string, depth: number): InputProblem | undefined {
  if (value === null || typeof value !== "object") return undefined;
  if (depth > limits.stateDepth)
    return { code: "run/bad-input", message: `the input nests deeper than ${limits.stateDepth} levels`, pointer };
  for (const [key, inner] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (key === "__proto__") return { code: "run/bad-input", message: '"__proto__" cannot be a key', pointer: at };
    const odd = oddJson(inner, at, depth + 1);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

/** The fields of the object that a schema has at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema;
  for (const part of path) at = typeof part === "number" ? elementOf(bare(at)) : shapeOf(bare(at))[String(part)];
  return Object.keys(shapeOf(bare(at)));
}

/** What is inside an optional or nullable schema; of a union, the array. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.find((option) => option instanceof z.ZodArray);
  return schema;
}

function elementOf(schema: unknown): unknown {
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}
