import { Failure } from "../core/failure.ts";
import type { Expression } from "./expression.ts";
import type { FlowNode } from "./graph.ts";
import { parseExpression } from "./parse-expression.ts";

/** What the expressions of nodes say, by their texts; a text that is none is left out. */
export function parsedExpressions(nodes: Iterable<FlowNode>): Record<string, Expression> {
  const texts = [...nodes].flatMap((node) => expressionsOf(node).map(([, text]) => text));
  const parsed = [...new Set(texts)].map((text) => [text, read(text)] as const);
  return Object.fromEntries(parsed.flatMap(([text, one]) => (one instanceof Failure ? [] : [[text, one]])));
}

/** Those texts of a node that are no expressions: where the node has each, and what is wrong with it. */
export function expressionProblems(node: FlowNode): (readonly [readonly string[], Failure])[] {
  return expressionsOf(node).flatMap(([path, text]) => {
    const one = read(text);
    return one instanceof Failure ? [[path, one] as const] : [];
  });
}

function expressionsOf(node: FlowNode): (readonly [readonly string[], string])[] {
  const set = Object.entries(node.set ?? {}).map(([name, text]) => [["set", name], text] as const);
  return node.condition === undefined ? set : [[["condition"], node.condition], ...set];
}

function read(text: string): Expression | Failure {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
