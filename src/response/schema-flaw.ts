import type { Span } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import { didYouMean } from "../core/suggest.ts";

/** Why a JSON Schema does not compile, in the user's words. */
export interface SchemaFlaw {
  readonly message: string;
  readonly hint: string | undefined;
  /** A text of the schema the flaw is about, to find its place by. */
  readonly about: string | undefined;
}

/** Keywords of draft 2020-12 that people write; the ones a misspelt one is compared with. */
const keywords =
  "$anchor $comment $defs $id $ref $schema additionalProperties allOf anyOf const contains default dependentRequired dependentSchemas deprecated description else enum examples exclusiveMaximum exclusiveMinimum format if items maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf not oneOf pattern patternProperties prefixItems properties propertyNames readOnly required then title type unevaluatedItems unevaluatedProperties uniqueItems writeOnly".split(
    " ",
  );

/** Where in a schema's file the text stands that a flaw is about; undefined where it does not show. */
export function placeOf({ about }: SchemaFlaw, text: string): Span | undefined {
  const at = about === undefined ? -1 : text.indexOf(`"${about}"`);
  return at === -1 ? undefined : new LineIndex(text).span(at, at + (about?.length ?? 0) + 2);
}

/** Puts what ajv says of a schema it cannot compile into words. */
export function schemaFlaw(error: unknown): SchemaFlaw {
  const words = (error as Error).message;
  const draft = /^no schema with key or ref "(https?:\/\/json-schema\.org\/[^"]+)"/.exec(words)?.[1];
  if (draft !== undefined) {
    const hint = 'write "$schema": "https://json-schema.org/draft/2020-12/schema", or leave it out';
    return { message: `it is written for "${draft}", and draft 2020-12 alone is known`, hint, about: draft };
  }
  const keyword = /^strict mode: unknown keyword: "([^"]+)"/.exec(words)?.[1];
  if (keyword !== undefined)
    return {
      message: `"${keyword}" is not a keyword of JSON Schema`,
      hint: didYouMean(keyword, keywords) ?? "remove it, or put it into a description",
      about: keyword,
    };
  const reference = /^can't resolve reference (\S+) from id/.exec(words)?.[1];
  if (reference !== undefined)
    return {
      message: `"${reference}" leads nowhere`,
      hint: "refer to a part of this file, #/$defs/<name>",
      about: reference,
    };
  const [, pointer, rule] = /^schema is invalid: data\/(\S+) (.+?)(?:, data\/|$)/.exec(words) ?? [];
  if (pointer !== undefined && rule !== undefined)
    return { message: `"${pointer.replaceAll("/", ".")}" ${rule}`, hint: undefined, about: pointer.split("/").at(-1) };
  return { message: words, hint: undefined, about: undefined };
}
