import type { ModelRequest } from "../model-request.ts";

/** What `validate_answer` told the orchestrator. */
export interface ToldVerdict {
  readonly valid: boolean;
  readonly route: string;
}

/** The verdicts a request of the orchestrator carries, in order: the outputs of all its calls so far. */
export function verdictsIn(request: ModelRequest | undefined): ToldVerdict[] {
  return (request?.toolOutputs ?? []).flatMap(({ text }) => {
    const found = /\{"valid":(true|false),"route":"(\w+)"/.exec(text.replaceAll("\\", ""));
    return found === null ? [] : [{ valid: found[1] === "true", route: found[2] ?? "" }];
  });
}
