import type { Agent } from "../contract/contract.ts";
import { fieldOf } from "./route-answer.ts";

/** A field of an answer that refers to something the answer does not have. */
export interface UnknownReference {
  /** Dotted paths: of the field, and of where what it may hold stands. */
  readonly field: string;
  readonly to: string;
  readonly value: string;
  readonly known: readonly string[];
}

/** What an answer refers to and does not have. A field that is absent, or no text, is its schema's to judge. */
export function unknownReferences({ refers = {} }: Agent, answer: unknown): UnknownReference[] {
  return Object.entries(refers).flatMap(([field, to]) => {
    const value = fieldOf(answer, field);
    if (typeof value !== "string") return [];
    const known = textsAt([answer], to.split("."));
    return known.includes(value) ? [] : [{ field, to, value, known }];
  });
}

function textsAt(values: readonly unknown[], path: readonly string[]): string[] {
  const flat = values.flat(1);
  const [key, ...rest] = path;
  if (key === undefined) return flat.filter((value) => typeof value === "string");
  return textsAt(
    flat.map((value) => fieldOf(value, key)),
    rest,
  );
}
