import type { Validate } from "./compile-schema.ts";

/** One JSON Schema an agent's answer has to fit. A project's tightened schema is held beside the shipped one. */
export interface AnswerSchema {
  readonly agent: string;
  /** The file it came from, for findings. */
  readonly file: string;
  readonly schema: unknown;
  readonly validate: Validate;
}
