/** Something that has to reach an agent, because another has answered. */
export interface Due {
  /** As the contract's handoffs name it. */
  readonly name: string;
  readonly kind: "answer" | "path" | "text";
  /** The agent whose answer it is from; `orchestrator` for its own change. */
  readonly from: string;
  readonly what: string;
  /** The JSON of an answer; paths, of which one is enough; or texts. Never empty. */
  readonly material: readonly string[];
}
