/** A chunk of the program, as a function's body. */
export interface Part {
  readonly name: string;
  readonly code: string;
}

/** Instead of the number of a block: a part lies there as it is. */
export const asItIs = -1;

/** Where each part lies: in which block, from where to where. */
export type Table = Readonly<Record<string, readonly [block: number, start: number, end: number]>>;

/** Puts parts one behind the other and says where each begins and ends. */
export function layOut(parts: readonly Part[], block: number): { text: string; table: Table } {
  let at = 0;
  const table = parts.map(({ name, code }) => {
    const start = at;
    at += code.length;
    return [name, [block, start, at]] as const;
  });
  return { text: parts.map(({ code }) => code).join(""), table: Object.fromEntries(table) };
}

/** The parenthesis has the engine compile a function at once, instead of reading over it first. */
const functionHead = "(function (module, exports, require, batonUrl) {";

/** Functions of parts, by their names, as an object literal. */
export function asFunctions(parts: readonly Part[]): string {
  return `{\n${parts.map(({ name, code }) => `${JSON.stringify(name)}: ${functionHead}${code}})`).join(",\n")}\n}`;
}
