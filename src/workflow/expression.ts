import jsep from "jsep";
import { Failure } from "../core/failure.ts";

/** What an expression can come to; undefined where a variable it needs has no value yet. */
export type Value = string | number | boolean | undefined;

type Variables = Readonly<Record<string, string>>;

const maximumLength = 100_000;
const maximumDepth = 1_000;

// A plus in front of the grammar of workflow files would be a second way to write a number.
jsep.removeUnaryOp("+");
jsep.removeUnaryOp("~");
for (const operator of ["|", "^", "&", "<<", ">>", ">>>", "**"]) jsep.removeBinaryOp(operator);

const parsed = new Map<string, jsep.Expression>();

/**
 * Computes an expression of a workflow file over the flow's state. Closed grammar: literals, variables, arithmetic,
 * comparisons, logic, `? :`, `<variable>.includes("<text>")`; numeric strings become numbers for arithmetic, `+` joins when a side is not numeric.
 * A variable without a value makes undefined whatever depends on it.
 * @throws Failure workflow/expression when the text is anything else
 */
export function evaluate(text: string, variables: Variables): Value {
  return compute(parseExpression(text), variables, 0);
}

/** @throws Failure workflow/expression */
export function parseExpression(text: string): jsep.Expression {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (text.length > maximumLength) throw refused("it is longer than 100,000 characters");
  let expression: jsep.Expression;
  try {
    expression = jsep(text);
  } catch (error) {
    if (error instanceof RangeError) throw refused("it is nested too deeply");
    throw refused((error as Error).message);
  }
  check(expression, 0);
  parsed.set(text, expression);
  return expression;
}

const operators: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  "+": (left, right) =>
    isNumeric(left) && isNumeric(right) ? Number(left) + Number(right) : `${String(left)}${String(right)}`,
  "-": (left, right) => number(left) - number(right),
  "*": (left, right) => number(left) * number(right),
  "/": (left, right) => divide(number(left), number(right)),
  "%": (left, right) => divide(number(left), number(right), true),
  "<": (left, right) => number(left) < number(right),
  "<=": (left, right) => number(left) <= number(right),
  ">": (left, right) => number(left) > number(right),
  ">=": (left, right) => number(left) >= number(right),
  "==": (left, right) => String(left) === String(right),
  "!=": (left, right) => String(left) !== String(right),
  "===": (left, right) => String(left) === String(right),
  "!==": (left, right) => String(left) !== String(right),
};

const forbidden = new Set(["constructor", "prototype", "__proto__", "this"]);

/** Refuses everything outside the grammar before anything is computed. */
function check(node: jsep.Expression, depth: number): void {
  if (depth > maximumDepth) throw refused("it is nested too deeply");
  switch (node.type) {
    case "Literal": {
      const { value } = node as jsep.Literal;
      if (typeof value === "object") throw refused("null and regular expressions are not part of it");
      return;
    }
    case "Identifier": {
      const { name } = node as jsep.Identifier;
      if (forbidden.has(name)) throw refused(`"${name}" is not a variable`);
      return;
    }
    case "UnaryExpression":
      check((node as jsep.UnaryExpression).argument, depth + 1);
      return;
    case "BinaryExpression": {
      const { operator, left, right } = node as jsep.BinaryExpression;
      if (operator !== "&&" && operator !== "||" && !Object.hasOwn(operators, operator))
        throw refused(`"${operator}" is not one of its operators`);
      check(left, depth + 1);
      check(right, depth + 1);
      return;
    }
    case "ConditionalExpression": {
      const { test, consequent, alternate } = node as jsep.ConditionalExpression;
      for (const part of [test, consequent, alternate]) check(part, depth + 1);
      return;
    }
    case "MemberExpression": {
      if (variableOf(node) === undefined) throw refused("only state.<name> may follow a name with a dot");
      return;
    }
    case "CallExpression": {
      if (containing(node) === undefined) throw refused('the one call is <variable>.includes("<text>")');
      return;
    }
    default:
      throw refused(`it has a part that is not allowed (${node.type})`);
  }
}

function compute(node: jsep.Expression, variables: Variables, depth: number): Value {
  const part = (one: jsep.Expression): Value => compute(one, variables, depth + 1);
  switch (node.type) {
    case "Literal":
      return (node as jsep.Literal).value as Value;
    case "UnaryExpression": {
      const { operator, argument } = node as jsep.UnaryExpression;
      const value = part(argument);
      if (value === undefined) return undefined;
      return operator === "-" ? -number(value) : !isTrue(value);
    }
    case "BinaryExpression": {
      const { operator, left, right } = node as jsep.BinaryExpression;
      const one = part(left);
      const other = part(right);
      if (operator === "&&" || operator === "||") return logic(operator === "||", one, other);
      if (one === undefined || other === undefined) return undefined;
      return operators[operator]?.(one, other);
    }
    case "ConditionalExpression": {
      const { test, consequent, alternate } = node as jsep.ConditionalExpression;
      const value = part(test);
      return value === undefined ? undefined : part(isTrue(value) ? consequent : alternate);
    }
    case "CallExpression": {
      const { variable, text } = containing(node) ?? { variable: "", text: "" };
      return textOf(variable, variables)?.includes(text);
    }
    default:
      return textOf(variableOf(node) ?? "", variables);
  }
}

function textOf(name: string, variables: Variables): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/** `<variable>.includes("<text>")`: whether a variable's text holds another. */
function containing(node: jsep.Expression): { readonly variable: string; readonly text: string } | undefined {
  const { callee, arguments: given } = node as jsep.CallExpression;
  const { computed, object, property } = callee as jsep.MemberExpression;
  if (callee.type !== "MemberExpression" || computed || (property as jsep.Identifier).name !== "includes")
    return undefined;
  const variable = variableOf(object);
  const [argument] = given;
  const text = argument?.type === "Literal" ? (argument as jsep.Literal).value : undefined;
  return variable === undefined || given.length !== 1 || typeof text !== "string" ? undefined : { variable, text };
}

/** `decisive` on either side decides, whatever is not known about the other. */
function logic(decisive: boolean, one: Value, other: Value): Value {
  const sides = [one, other].map((value) => (value === undefined ? undefined : isTrue(value)));
  if (sides.includes(decisive)) return decisive;
  return sides.includes(undefined) ? undefined : !decisive;
}

function variableOf(node: jsep.Expression): string | undefined {
  if (node.type === "Identifier") return (node as jsep.Identifier).name;
  if (node.type !== "MemberExpression") return undefined;
  const { object, property, computed } = node as jsep.MemberExpression;
  if (computed || object.type !== "Identifier" || (object as jsep.Identifier).name !== "state") return undefined;
  const { name } = property as jsep.Identifier;
  return forbidden.has(name) ? undefined : name;
}

function isTrue(value: Value): boolean {
  return value !== undefined && value !== false && value !== 0 && value !== "" && value !== "false" && value !== "0";
}

function isNumeric(value: Value): boolean {
  return (
    typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
  );
}

function number(value: Value): number {
  if (isNumeric(value)) return Number(value);
  throw refused(`"${String(value)}" is not a number`);
}

function divide(left: number, right: number, rest = false): number {
  if (right === 0) throw refused("it divides by zero");
  return rest ? left % right : left / right;
}

function refused(what: string): Failure {
  return new Failure("workflow/expression", `the expression cannot be used: ${what}`, {
    hint: 'write literals, state variables, + - * / %, comparisons, && || !, ? : and .includes("<text>")',
  });
}
