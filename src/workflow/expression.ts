import type jsep from "jsep";
import { Failure } from "../core/failure.ts";

/** An expression as a tree that was checked against the grammar. It is plain data: a flow keeps it beside its text. */
export type Expression = jsep.Expression;

/** What an expression can come to; undefined where a variable it needs has no value yet. */
export type Value = string | number | boolean | undefined;

type Variables = Readonly<Record<string, string>>;

/**
 * Computes an expression over the flow's state: numeric strings become numbers for arithmetic, `+` joins when a side is
 * not numeric. A variable without a value makes undefined whatever depends on it.
 * @throws Failure workflow/expression where a value is not of the kind that an operator takes
 */
export function evaluate(node: Expression, variables: Variables): Value {
  const part = (one: Expression): Value => evaluate(one, variables);
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
      return Object.hasOwn(operators, operator) ? operators[operator]?.(one, other) : undefined;
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

/** What stands between two operands, but for `&&` and `||`. */
export const operators: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
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

/** Names that are no variables, whatever the state holds. */
export const forbidden = new Set(["constructor", "prototype", "__proto__", "this"]);

function textOf(name: string, variables: Variables): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/** `<variable>.includes("<text>")`: whether a variable's text holds another. */
export function containing(node: Expression): { readonly variable: string; readonly text: string } | undefined {
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

export function variableOf(node: Expression): string | undefined {
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

export function refused(what: string): Failure {
  return new Failure("workflow/expression", `the expression cannot be used: ${what}`, {
    hint: 'write literals, state variables, + - * / %, comparisons, && || !, ? : and .includes("<text>")',
  });
}
