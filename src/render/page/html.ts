import { visible } from "../style.ts";

/** Markup that is safe to put into a page: only `html` makes it. */
export class Html {
  readonly #markup: string;

  constructor(markup: TemplateStringsArray, values: readonly Value[]) {
    this.#markup = markup.map((text, index) => text + (index < values.length ? written(values[index]) : "")).join("");
  }

  toString(): string {
    return this.#markup;
  }
}

export type Value = Html | string | number | undefined | readonly Value[];

/** A template for markup. Every text in it is escaped, for content and for quoted attributes alike; there is no way around it. */
export function html(markup: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(markup, values);
}

function written(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(written).join("");
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Half a surrogate pair has no UTF-8; control and direction characters, which could show another text than the one that stands there, become visible. */
function escaped(text: string): string {
  return visible(text)
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? "");
}
