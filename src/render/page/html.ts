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

/** A template for markup. Every text in it is escaped, for content and for quoted attributes alike; there is no way around it. Texts over 5,000 characters are cut. */
export function html(markup: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(markup, values);
}

/** Longer texts are cut, whatever they are: no single one of a session's may make the page one that no browser opens. */
const longest = 5_000;

function written(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(written).join("");
  const text = String(value);
  return escaped(text.length > longest ? `${text.slice(0, longest)}…` : text);
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
