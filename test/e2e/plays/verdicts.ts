import type { ModelRequest } from "../model-request.ts";

/** What `validate_answer` told the orchestrator. */
export interface ToldVerdict {
  readonly valid: boolean;
  readonly route: string;
  /** ` (status: approved)`, when a field decided. */
  readonly because: string;
}

/** The verdicts a request of the orchestrator carries, in order: the outputs of all its calls so far. */
export function verdictsIn(request: ModelRequest | undefined): ToldVerdict[] {
  return (request?.toolOutputs ?? []).flatMap(({ text }) => {
    const plain = text.replaceAll("\\", "");
    const found = /\{"valid":(true|false),"route":"(\w+)"/.exec(plain);
    if (found === null) return [];
    const decided = /"decidedBy":\{"field":"([^"]+)","value":"([^"]+)"/.exec(plain);
    const because = decided === null ? "" : ` (${decided[1]}: ${decided[2]})`;
    return [{ valid: found[1] === "true", route: found[2] ?? "", because }];
  });
}
