import { conditionOf, schemaHolding } from "./schema-condition.ts";
import { closedList, didYouMean, nearest } from "./suggest.ts";
import { child, inside, nameOf, show, valueAt, withArticle } from "./value-words.ts";

/** One error as ajv reports it; declared here so that reading it needs no ajv. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** Set on the errors of a `propertyNames` schema, which are about a key and not about a value. */
  readonly propertyName?: string;
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

/** So many errors are looked at and so many problems told: more help nobody, and whoever sends them chooses their number. */
const mostErrors = 2_000;
const mostProblems = 100;

/**
 * Puts ajv's errors (collected with `allErrors`) into words, one problem for each cause, up to a hundred.
 * @param schema the root schema, from which conditions are read ("because status is …")
 * @param value the value that was checked
 */
export function schemaProblems(errors: readonly SchemaError[], schema: unknown, value: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const seen = new Set<string>();
  const looked = errors.slice(0, mostErrors);
  const choices = looked.filter((error) => error.keyword === "anyOf");
  for (const error of looked) {
    if (saysNothingOfItsOwn.has(error.keyword) || choices.some((other) => isBranchOf(error, other))) continue;
    const problem =
      error.keyword === "anyOf"
        ? anyOfProblem(
            error,
            looked.filter((other) => isBranchOf(other, error)).map((other) => problemOf(other, schema, value)),
          )
        : problemOf(error, schema, value);
    const because = conditionOf(error.schemaPath, schema);
    const message = because === undefined ? problem.message : `${problem.message} when ${because}`;
    // A condition and the plain rule often object to one value in turn: the first, which says more, speaks for both.
    const key =
      problem.kind === "missing" || problem.kind === "unknown-key"
        ? `${problem.pointer} ${problem.message}`
        : `${problem.pointer} ${problem.kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push({ ...problem, message });
  }
  if (errors.length === looked.length && problems.length <= mostProblems) return problems;
  const shown = problems.slice(0, mostProblems);
  const message = `more is wrong than the ${shown.length} problems told`;
  return [...shown, { kind: "form", pointer: "", message, hint: "correct these first" }];
}

/** Keywords whose error only says that another error follows. */
const saysNothingOfItsOwn = new Set(["if", "propertyNames"]);

/** Errors inside the branches of an anyOf that is itself reported are told in its words. */
function isBranchOf(error: SchemaError, choice: SchemaError): boolean {
  return (
    choice.keyword === "anyOf" &&
    error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
    `${error.instancePath}/`.startsWith(`${choice.instancePath}/`)
  );
}

/** `"path" is missing and "paths" is missing`: what each branch lacks, any one of which would do. */
function anyOfProblem({ instancePath }: SchemaError, branches: readonly SchemaProblem[]): SchemaProblem {
  const [first] = branches;
  const messages = [...new Set(branches.map((branch) => branch.message))];
  if (first === undefined || messages.length > 4)
    return {
      kind: "form",
      pointer: instancePath,
      message: `${nameOf(instancePath)} fits none of the allowed forms`,
      hint: undefined,
    };
  const kind = branches.every((branch) => branch.kind === first.kind) ? first.kind : "missing";
  const hint = messages.length === 1 ? first.hint : "one of them is enough";
  return { kind, pointer: instancePath, message: messages.join(" and "), hint };
}

function problemOf(error: SchemaError, schema: unknown, root: unknown): SchemaProblem {
  const pointer = error.instancePath;
  const name = nameOf(pointer);
  const value = valueAt(root, pointer);
  const shown = show(value);
  const { params } = error;
  const problem = (kind: SchemaProblemKind, message: string, hint?: string): SchemaProblem => ({
    kind,
    pointer,
    message,
    hint,
  });
  if (error.propertyName !== undefined)
    return problem("form", `${inside(pointer)}the key ${show(error.propertyName)} ${bound(error)}`);
  switch (error.keyword) {
    case "required":
    case "dependentRequired": {
      const missing = String(params["missingProperty"]);
      const near = nearest(missing, value !== null && typeof value === "object" ? Object.keys(value) : []);
      const hint = near === undefined ? undefined : `is "${near}" meant to be it?`;
      return problem("missing", `${inside(pointer)}"${missing}" is missing`, hint);
    }
    case "additionalProperties":
    case "unevaluatedProperties":
      return unknownKey(pointer, String(params["additionalProperty"] ?? params["unevaluatedProperty"]), [
        ...Object.keys(child(schemaHolding(error.schemaPath, schema), "properties") ?? {}),
      ]);
    case "enum": {
      const allowed = (params["allowedValues"] as readonly unknown[]).filter((one) => one !== null).map(String);
      const hint = typeof value === "string" ? didYouMean(value, allowed) : undefined;
      return problem(
        value === null ? "missing" : "value",
        `${name} is ${shown}, not one of ${closedList(allowed)}`,
        hint,
      );
    }
    case "const":
      return problem("value", `${name} is ${shown}, not ${show(params["allowedValue"])}`);
    case "type":
      return typeProblem(problem, name, value, params["type"]);
    case "minItems":
    case "minLength":
    case "minProperties":
      return isEmpty(value) ? problem("empty", `${name} is empty`) : problem("form", `${name} ${bound(error)}`);
    case "maxItems":
    case "maxLength":
    case "maxProperties":
      return params["limit"] === 0
        ? problem("excluded", `${name} is filled`)
        : problem("form", `${name} ${bound(error)}`);
    case "uniqueItems":
      return problem("form", `${name} holds ${show(child(value, String(params["i"])))} twice`);
    case "not":
    case "false schema":
      return problem("excluded", `${name} is ${shown}, which is excluded`);
    default:
      return problem("form", `${name} is ${shown}, which ${bound(error)}`);
  }
}

function unknownKey(pointer: string, key: string, allowed: readonly string[]): SchemaProblem {
  return {
    kind: "unknown-key",
    pointer: `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    message: `${inside(pointer)}"${key}" is not a known field${allowed.length === 0 ? "" : `, known are ${closedList(allowed, 30)}`}`,
    hint: didYouMean(key, allowed),
  };
}

/** What a form or a bound asks for that the value does not give. */
function bound({ keyword, params, message }: SchemaError): string {
  const limit = String(params["limit"]);
  switch (keyword) {
    case "pattern":
      return `does not match ${String(params["pattern"])}`;
    case "minimum":
      return `is less than ${limit}`;
    case "maximum":
      return `is more than ${limit}`;
    case "exclusiveMinimum":
      return `is not more than ${limit}`;
    case "exclusiveMaximum":
      return `is not less than ${limit}`;
    case "multipleOf":
      return `is not a multiple of ${String(params["multipleOf"])}`;
    case "minItems":
    case "minLength":
    case "minProperties":
      return `has fewer than ${limit} ${counted[keyword]}`;
    case "maxItems":
    case "maxLength":
    case "maxProperties":
      return `has more than ${limit} ${counted[keyword]}`;
    case "oneOf":
      return "fits none of the allowed forms, or several";
    default:
      return message ?? `breaks ${keyword}`;
  }
}

const counted = {
  minItems: "items",
  maxItems: "items",
  minLength: "characters",
  maxLength: "characters",
  minProperties: "fields",
  maxProperties: "fields",
} as const;

function typeProblem(
  problem: (kind: SchemaProblemKind, message: string) => SchemaProblem,
  name: string,
  value: unknown,
  type: unknown,
): SchemaProblem {
  if (type === "null") return problem("excluded", `${name} is filled`);
  if (value === null) return problem("missing", `${name} is null`);
  const types = (Array.isArray(type) ? type : [type]).map((one) => withArticle(String(one)));
  return problem("type", `${name} is ${show(value)}, not ${types.join(" or ")}`);
}

function isEmpty(value: unknown): boolean {
  return (
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}
