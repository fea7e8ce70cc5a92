import { describe, expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { evaluate, type Value } from "../../src/workflow/expression.ts";
import { parseExpression } from "../../src/workflow/parse-expression.ts";

const state = { count: "2", name: "wi", ready: "true", empty: "", process_id: "7" };

describe("an expression", () => {
  test.each<[string, Value]>([
    ["count + 1", 3],
    ["name + ' - attempt ' + count", "wi - attempt 2"],
    ["count > 1 && name == 'wi'", true],
    ["count >= 3 || !ready", false],
    ["count > 3 ? 'escalate' : 'retry'", "retry"],
    ["state.count * 10 / 4", 5],
    ["-count % 2", -0],
    ["process_id", "7"],
    ["'constructor'", "constructor"],
    ["0.5 + count", 2.5],
    ["name.includes('w')", true],
    ["state.name.includes('x') || ready", true],
    ["!state.empty.includes('w')", true],
  ])("%s comes to %j", (text, value) => {
    expect(evaluate(parseExpression(text), state)).toBe(value);
  });

  test.each<[string, Value]>([
    ["missing > 1", undefined],
    ["missing == 'x' && count == 3", false],
    ["missing == 'x' || count == 2", true],
    ["missing == 'x' && count == 2", undefined],
    ["missing ? 1 : 2", undefined],
    ["missing.includes('x')", undefined],
  ])("%s, where a variable has no value yet, comes to %j", (text, value) => {
    expect(evaluate(parseExpression(text), state)).toBe(value);
  });

  test.each([
    ["a call", "count.toString()"],
    ["a call of its own", "includes('x')"],
    ["a search for no text", "name.includes(count)"],
    ["a search for two texts", "name.includes('a', 1)"],
    ["a search in a bracket", "state['name'].includes('x')"],
    ["a search in the prototype", "state.__proto__.includes('x')"],
    ["a search by a bracket", "name['includes']('x')"],
    ["a bracket", "state['count']"],
    ["another member", "name.length"],
    ["the prototype", "state.__proto__"],
    ["the constructor", "constructor"],
    ["an assignment", "count = 3"],
    ["a list", "[count]"],
    ["two expressions", "count; name"],
    ["a bit operation", "count & 1"],
    ["a text that is no number", "name - 1"],
    ["a division by zero", "count / (count - 2)"],
    ["nothing", ""],
    ["what does not parse", "count >"],
    ["depth", `${"(".repeat(20_000)}1${")".repeat(20_000)}`],
    ["length", "1+".repeat(60_000)],
  ])("is refused with %s", (_, text) => {
    let thrown: unknown;
    try {
      evaluate(parseExpression(text), state);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    expect((thrown as Failure).code).toBe("workflow/expression");
  });
});
