import { pointerOf } from "../parse/parsed.ts";
import { asRecord } from "./record.ts";

/** What is wrong at a place of `agents/openai.yaml`, and what Codex does about it. */
export interface OpenaiYamlProblem {
  /** `ignores-file`: the whole file counts as absent. `ignores-value`: this value does. `unknown-key`: nobody reads it. */
  readonly effect: "ignores-file" | "ignores-value" | "unknown-key";
  readonly pointer: string;
  readonly message: string;
  /** The keys that may stand there, for an unknown one. */
  readonly known?: readonly string[];
}

interface Shape {
  readonly type: "text" | "yes-no" | "products" | "tools" | "table";
  readonly keys?: Readonly<Record<string, Shape>>;
  /** The longest text that is not dropped, in characters. */
  readonly longest?: number;
  readonly form?: { readonly pattern: RegExp; readonly words: string };
}

const text = (longest: number): Shape => ({ type: "text", longest });
const icon: Shape = {
  type: "text",
  form: { pattern: /^(?:\.\/)?assets\/(?!.*\.\.\/)/, words: "a path below assets/" },
};
const tool: Shape = {
  type: "table",
  keys: {
    type: text(64),
    value: text(1024),
    description: text(1024),
    transport: text(64),
    command: text(1024),
    url: text(1024),
  },
};
/** What Codex 0.169 reads. Found out on the binary: one value of a wrong type, a key given twice or an unknown product voids the file. */
const shape: Shape = {
  type: "table",
  keys: {
    interface: {
      type: "table",
      keys: {
        display_name: text(64),
        short_description: text(1024),
        icon_small: icon,
        icon_large: icon,
        brand_color: { type: "text", form: { pattern: /^#[0-9a-f]{6}$/i, words: "#RRGGBB" } },
        default_prompt: text(1024),
      },
    },
    policy: { type: "table", keys: { allow_implicit_invocation: { type: "yes-no" }, products: { type: "products" } } },
    dependencies: { type: "table", keys: { tools: { type: "tools" } } },
  },
};
const products = ["CODEX", "codex", "CHATGPT", "chatgpt", "ATLAS", "atlas"];

/** Everything wrong with the value of an `agents/openai.yaml`, in the order of the file. */
export function openaiYamlProblems(value: unknown): OpenaiYamlProblem[] {
  return value === null || value === undefined ? [] : problemsAt(value, shape, []);
}

function problemsAt(value: unknown, expected: Shape, path: readonly (string | number)[]): OpenaiYamlProblem[] {
  if (value === null || value === undefined) return [];
  const pointer = pointerOf(path);
  const name = path.length === 0 ? "the file" : `"${path.join(".")}"`;
  const refuse = (words: string): OpenaiYamlProblem[] => [
    { effect: "ignores-file", pointer, message: `${name} is not ${words}` },
  ];
  switch (expected.type) {
    case "yes-no":
      return typeof value === "boolean" ? [] : refuse("true or false");
    case "products":
      return Array.isArray(value) && value.every((one) => products.includes(one)) ? [] : refuse("a list of products");
    case "tools":
      return Array.isArray(value)
        ? value.flatMap((one, index) => problemsAt(one, tool, [...path, index]))
        : refuse("a list");
    case "text":
      return textProblems(value, expected, pointer, name) ?? refuse("text");
    case "table":
      return tableProblems(value, expected.keys ?? {}, path) ?? refuse("a table");
  }
}

function textProblems(value: unknown, expected: Shape, pointer: string, name: string): OpenaiYamlProblem[] | undefined {
  if (typeof value === "object") return undefined;
  const { longest, form } = expected;
  const drop = (words: string): OpenaiYamlProblem[] => [
    { effect: "ignores-value", pointer, message: `${name} ${words}` },
  ];
  const length = [...String(value)].length;
  if (longest !== undefined && length > longest) return drop(`has ${length} characters, more than ${longest}`);
  if (form !== undefined && !form.pattern.test(String(value))) return drop(`is "${String(value)}", not ${form.words}`);
  return [];
}

function tableProblems(
  value: unknown,
  keys: Readonly<Record<string, Shape>>,
  path: readonly (string | number)[],
): OpenaiYamlProblem[] | undefined {
  const record = asRecord(value);
  if (record === undefined) return undefined;
  return Object.entries(record).flatMap(([key, inner]): OpenaiYamlProblem[] => {
    const expected = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (expected !== undefined) return problemsAt(inner, expected, [...path, key]);
    const message = `Codex reads no "${[...path, key].join(".")}"`;
    return [{ effect: "unknown-key", pointer: pointerOf([...path, key]), message, known: Object.keys(keys) }];
  });
}
