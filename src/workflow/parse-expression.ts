import jsep from "jsep";
import { containing, type Expression, forbidden, operators, refused, variableOf } from "./expression.ts";

const maximumLength = 100_000;
const maximumDepth = 1_000;

// A plus in front of the grammar of workflow files would be a second way to write a number.
jsep.removeUnaryOp("+");
jsep.removeUnaryOp("~");
for (const operator of ["|", "^", "&", "<<", ">>", ">>>", "**"]) jsep.removeBinaryOp(operator);

/**
 * Parses an expression of a workflow file. Closed grammar: literals, variables, arithmetic, comparisons, logic, `? :`,
 * `<variable>.includes("<text>")`.
 * @throws Failure workflow/expression when the text is anything else
 */
export function parseExpression(text: string): Expression {
  if (text.length > maximumLength) throw refused("it is longer than 100,000 characters");
  let expression: Expression;
  try {
    expression = jsep(text);
  } catch (error) {
    if (error instanceof RangeError) throw refused("it is nested too deeply");
    throw refused((error as Error).message);
  }
  check(expression, 0);
  return expression;
}

/** Refuses everything outside the grammar before anything is computed. */
function check(node: Expression, depth: number): void {
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
