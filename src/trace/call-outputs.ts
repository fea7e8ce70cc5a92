import { fieldsOf, parseFields } from "./json-fields.ts";
import { headBytes, outputOf, readHead } from "./line-head.ts";
import { outputText } from "./output-text.ts";
import { readTail } from "./read-tail.ts";

/** How much of a session file's end is looked at: a call that has just ended lies there. */
const tailBytes = 1 << 22;

/** What tools answered to some of a thread's calls, by call, as far as the end of its session file tells. */
export function callOutputs(file: string, calls: readonly string[]): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const line of readTail(file, tailBytes)) {
    if (outputs.size === calls.length) break;
    const head = readHead(line.slice(0, headBytes));
    const call = head.kind === "function_call_output" ? outputOf(head)?.call : undefined;
    if (call === undefined || !calls.includes(call)) continue;
    outputs.set(call, outputText(fieldsOf(parseFields(line)?.["payload"])["output"]));
  }
  return outputs;
}
