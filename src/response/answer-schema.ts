/** One JSON Schema an agent's answer has to fit. A project's tightened schema is held beside the shipped one. */
export interface AnswerSchema {
  readonly agent: string;
  /** The file it came from, for findings. */
  readonly file: string;
  readonly schema: unknown;
  /** Whether an answer fits; what is wrong with one that does not is found out separately. */
  readonly fits: (answer: unknown) => boolean;
}
