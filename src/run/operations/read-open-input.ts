import * as z from "zod";
import { checkInput, inputFailure, type Locate } from "./check-input.ts";
import { escapeRawBreaks } from "./escape-raw-breaks.ts";
import { openInput, stepInput } from "./input/open-input.ts";
import type { OpenRequest } from "./open.ts";

const stepsOnly = z.strictObject({ steps: z.array(stepInput) });

/**
 * Checks the input of `workflow_open`, whose steps may come as a JSON text, raw line breaks in it included.
 * @throws Failure run/bad-input, run/unknown-field, run/unknown-value
 */
export function readOpenInput(value: unknown, locate: Locate = () => undefined): OpenRequest {
  const { steps, ...rest } = checkInput(openInput, value, locate);
  if (typeof steps !== "string") return { ...rest, steps };
  // Places inside the text have no place of their own in the input: the whole text is shown.
  return { ...rest, ...checkInput(stepsOnly, { steps: parsed(steps, locate) }, () => locate("/steps", "value")) };
}

function parsed(text: string, locate: Locate): unknown {
  try {
    return JSON.parse(escapeRawBreaks(text));
  } catch (error) {
    const message = `"steps" is a text that is not JSON: ${(error as Error).message}`;
    throw inputFailure([{ code: "run/bad-input", message, pointer: "/steps" }], locate);
  }
}
