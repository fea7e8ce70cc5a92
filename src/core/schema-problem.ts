import { closedList, didYouMean } from "./suggest.ts";

/** One error as ajv reports it; declared here so that reading it needs no ajv. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** What kind of thing is wrong with a value, apart from the words for it. */
export type SchemaProblemKind = "missing" | "value" | "type" | "empty" | "excluded" | "unknown-key" | "form";

/** A schema error in the user's words: what is wrong, then what is allowed. */
export interface SchemaProblem {
  readonly kind: SchemaProblemKind;
  /** JSON pointer of the value, or of the object that lacks a field. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/**
 * Puts ajv's errors (collected with `allErrors`) into words, one problem for each cause.
 * @param schema the root schema, from which conditions are read ("because status is …")
 * @param value the value that was checked
 */
export function schemaProblems(errors: readonly SchemaError[], schema: unknown, value: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const seen = new Set<string>();
  for (const error of errors) {
    if (error.keyword === "if" || isBranchError(error, errors)) continue;
    const problem = problemOf(error, value);
    const because = conditionOf(error.schemaPath, schema);
    const message = because === undefined ? problem.message : `${problem.message} when ${because}`;
    // A condition and the plain rule often object to one value in turn: the first, which says more, speaks for both.
    const key = problem.kind === "missing" ? `${problem.pointer} ${problem.message}` : `${problem.pointer} ${problem.kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push({ ...problem, message });
  }
  return problems;
}

/** Errors inside the branches of an anyOf that itself is reported say the same thing several times. */
function isBranchError(error: SchemaError, all: readonly SchemaError[]): boolean {
  return all.some(
    (other) => other !== error && other.keyword === "anyOf" && error.schemaPath.startsWith(`${other.schemaPath}/`),
  );
}

function problemOf(error: SchemaError, root: unknown): SchemaProblem {
  const pointer = error.instancePath;
  const name = displayName(pointer);
  const value = valueAt(root, pointer);
  const shown = show(value);
  const { params } = error;
  const problem = (kind: SchemaProblemKind, message: string, hint?: string): SchemaProblem => ({
    kind,
    pointer,
    message,
    hint,
  });
  switch (error.keyword) {
    case "required":
    case "dependentRequired": {
      const missing = String(params["missingProperty"]);
      const present = value !== null && typeof value === "object" ? Object.keys(value) : [];
      return problem(
        "missing",
        `${inside(pointer)}"${missing}" is missing`,
        didYouMean(missing, present) && `is "${present.find((key) => didYouMean(missing, [key]))}" meant to be it?`,
      );
    }
    case "additionalProperties":
    case "unevaluatedProperties": {
      const key = String(params["additionalProperty"] ?? params["unevaluatedProperty"]);
      return {
        kind: "unknown-key",
        pointer: `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        message: `${inside(pointer)}"${key}" is not a known field`,
        hint: undefined,
      };
    }
    case "enum": {
      const allowed = (params["allowedValues"] as readonly unknown[]).filter((one) => one !== null).map(String);
      return problem(
        "value",
        `${name} is ${shown}, not one of ${closedList(allowed)}`,
        typeof value === "string" ? didYouMean(value, allowed) : undefined,
      );
    }
    case "const":
      return problem("value", `${name} is ${shown}, not ${show(params["allowedValue"])}`);
    case "type":
      return typeProblem(problem, name, shown, params["type"], value);
    case "minItems":
    case "minLength":
    case "minProperties":
      return problem(
        isEmpty(value) ? "empty" : "form",
        isEmpty(value) ? `${name} is empty` : `${name} ${error.message ?? ""}`,
      );
    case "maxItems":
      return Number(params["limit"]) === 0
        ? problem("excluded", `${name} is filled`)
        : problem("form", `${name} ${error.message ?? ""}`);
    case "pattern":
      return problem("form", `${name} is ${shown}, which does not match ${String(params["pattern"])}`);
    case "not":
      return problem("excluded", `${name} is ${shown}, which is excluded`);
    case "anyOf":
      return problem("missing", `${name === "the value" ? "the value" : name} fits none of the allowed forms`);
    default:
      return problem("form", `${name} ${error.message ?? error.keyword}`);
  }
}

function typeProblem(
  problem: (kind: SchemaProblemKind, message: string) => SchemaProblem,
  name: string,
  shown: string,
  type: unknown,
  value: unknown,
): SchemaProblem {
  if (type === "null") return problem("excluded", `${name} is filled`);
  const types = (Array.isArray(type) ? type : [type]).map(String);
  if (value === null) return problem("missing", `${name} is null`);
  return problem("type", `${name} is ${shown}, not ${types.map(article).join(" or ")}`);
}

function article(type: string): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function isEmpty(value: unknown): boolean {
  return (
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

/** "status is "blocked"" for an error raised inside `then` (or `else`), read from the neighbouring `if`. */
function conditionOf(schemaPath: string, schema: unknown): string | undefined {
  const segments = schemaPath
    .replace(/^#\/?/, "")
    .split("/")
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  const at = Math.max(segments.lastIndexOf("then"), segments.lastIndexOf("else"));
  if (at < 0) return undefined;
  const branch = segments.slice(0, at).reduce<unknown>(child, schema);
  const said = wordsOf(child(branch, "if"));
  if (said === undefined) return undefined;
  return segments[at] === "then" ? said : `it is not so that ${said}`;
}

function wordsOf(condition: unknown): string | undefined {
  const properties = child(condition, "properties");
  if (properties === null || typeof properties !== "object") return undefined;
  const [name, test] = Object.entries(properties)[0] ?? [];
  if (name === undefined) return undefined;
  const constant = child(test, "const");
  if (constant !== undefined) return `"${name}" is ${show(constant)}`;
  const values = child(test, "enum");
  if (Array.isArray(values)) return `"${name}" is ${values.map(show).join(" or ")}`;
  const inner = wordsOf(test);
  return inner === undefined ? undefined : inner.replace(/^"/, `"${name}.`);
}

function child(node: unknown, key: string): unknown {
  return node !== null && typeof node === "object" && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined;
}

function valueAt(root: unknown, pointer: string): unknown {
  if (pointer === "") return root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(child, root);
}

function displayName(pointer: string): string {
  return pointer === "" ? "the value" : `"${dotted(pointer)}"`;
}

function inside(pointer: string): string {
  return pointer === "" ? "" : `in "${dotted(pointer)}" `;
}

/** `/verdict/conditions/0` as `verdict.conditions[0]`. */
function dotted(pointer: string): string {
  return pointer
    .slice(1)
    .split("/")
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll("~1", "/").replaceAll("~0", "~")}`))
    .join("")
    .replace(/^\./, "");
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
