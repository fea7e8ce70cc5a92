type Schema = Readonly<Record<string, unknown>>;

/**
 * An answer's schema in the few words an agent needs: fields with their types, what they mean, which status asks for
 * which field, and the schema's example on one line.
 */
export function outlineSchema(schema: unknown): string {
  const root = schema as Schema;
  const lines = [...outlineObject(root, ""), ...conditionLines(root)];
  const example = (root["examples"] as readonly unknown[] | undefined)?.[0];
  if (example !== undefined) lines.push("", `Example: ${JSON.stringify(example)}`);
  return lines.join("\n");
}

function outlineObject(schema: Schema, indent: string): string[] {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  const required = new Set((schema["required"] ?? []) as readonly string[]);
  return Object.entries(properties).flatMap(([name, property]) => {
    const meaning =
      typeof property["description"] === "string" ? `: ${property["description"].replace(/\.$/, "")}` : "";
    const type = required.has(name) && isNullable(property) ? `${typeOf(property)} | null` : typeOf(property);
    const head = `${indent}- ${name}${required.has(name) ? "" : "?"} (${type})${meaning}`;
    const inner =
      property["type"] !== undefined && includes(property["type"], "array")
        ? ((property["items"] ?? {}) as Schema)
        : property;
    return [head, ...outlineObject(inner, `${indent}  `)];
  });
}

function typeOf(schema: Schema): string {
  const values = schema["enum"] as readonly unknown[] | undefined;
  if (values !== undefined) return values.filter((value) => value !== null).join(" | ");
  if (schema["const"] !== undefined) return String(schema["const"]);
  if (includes(schema["type"], "array")) {
    const items = (schema["items"] ?? {}) as Schema;
    if (items["properties"] !== undefined) return "list";
    const plain = items["enum"] === undefined && items["pattern"] === undefined;
    return plain ? `${typeOf(items)}[]` : `list of ${typeOf(items)}`;
  }
  const types = (Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]]).filter(
    (type) => type !== "null" && type !== undefined,
  );
  const pattern = schema["pattern"];
  return `${types.join(" | ") || "any"}${typeof pattern === "string" ? ` ${pattern}` : ""}`;
}

function isNullable(schema: Schema): boolean {
  return includes(schema["type"], "null") || (Array.isArray(schema["enum"]) && schema["enum"].includes(null));
}

function includes(type: unknown, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}

/** One line for each `if`/`then` of the root: `status blocked: reason required`. */
function conditionLines(root: Schema): string[] {
  const rules = (root["allOf"] ?? []) as readonly Schema[];
  return rules.flatMap((rule) => {
    const when = conditionOf(rule["if"] as Schema | undefined);
    if (when === undefined) return [];
    const lines = [
      demandLine(when, rule["then"] as Schema | undefined),
      demandLine(`otherwise than ${when}`, rule["else"] as Schema | undefined),
    ];
    return lines.filter((line) => line !== undefined);
  });
}

function conditionOf(condition: Schema | undefined): string | undefined {
  const [name, test] = Object.entries((condition?.["properties"] ?? {}) as Readonly<Record<string, Schema>>)[0] ?? [];
  if (name === undefined || test === undefined) return undefined;
  if (test["const"] !== undefined) return `${name} ${JSON.stringify(test["const"])}`;
  if (Array.isArray(test["enum"])) return `${name} ${test["enum"].map((value) => JSON.stringify(value)).join(" or ")}`;
  if (test["type"] === "null") return `${name} null`;
  const inner = conditionOf(test);
  return inner === undefined ? undefined : `${name}.${inner}`;
}

function demandLine(when: string, demand: Schema | undefined): string | undefined {
  const wanted = demandsOf(demand, "");
  return wanted.length === 0 ? undefined : `- ${when}: ${wanted.join(", ")}`;
}

/** What a `then` asks for, as words: `reason required`, `notes null or absent`, `requiredFixes not empty`. */
function demandsOf(demand: Schema | undefined, prefix: string): string[] {
  if (demand === undefined) return [];
  const words = new Map<string, string>();
  for (const name of (demand["required"] ?? []) as readonly string[]) words.set(`${prefix}${name}`, "required");
  for (const [name, property] of Object.entries((demand["properties"] ?? {}) as Readonly<Record<string, Schema>>)) {
    const path = `${prefix}${name}`;
    if (property["type"] === "null") words.set(path, "null or absent");
    else if (property["maxItems"] === 0) words.set(path, "empty or absent");
    else if (property["minItems"] !== undefined || property["minLength"] !== undefined) words.set(path, "not empty");
    else if (property["const"] !== undefined) words.set(path, `is ${JSON.stringify(property["const"])}`);
    else if (Array.isArray(property["enum"])) words.set(path, `is ${property["enum"].join(" or ")}`);
  }
  const nested = Object.entries((demand["properties"] ?? {}) as Readonly<Record<string, Schema>>).flatMap(
    ([name, property]) =>
      property["required"] === undefined && property["properties"] === undefined
        ? []
        : demandsOf(property, `${prefix}${name}.`),
  );
  const choices = ((demand["anyOf"] ?? []) as readonly Schema[])
    .map((choice) => demandsOf(choice, prefix).join(" and "))
    .filter((one) => one !== "");
  if (choices.length > 0) nested.push(choices.join(" or "));
  return [...[...words].map(([path, word]) => `${path} ${word}`), ...nested];
}
