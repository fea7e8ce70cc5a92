/** A chunk of the program, as a function's body. */
export interface Part {
  readonly name: string;
  readonly code: string;
}

/** Instead of the number of a block: a part lies there as it is, or all parts of a group do that are compiled with it. */
export const [asItIs, inGroup] = [-1, -2];

/** Where each part lies: in which block, from where to where. */
export type Table = Readonly<Record<string, readonly [block: number, start: number, end: number]>>;

/** Puts parts one behind the other and says where each begins and ends. */
export function layOut(parts: readonly Part[], block: number, from = 0): { text: string; table: Table } {
  let at = from;
  const table = parts.map(({ name, code }) => {
    const start = at;
    at += code.length;
    return [name, [block, start, at]] as const;
  });
  return { text: parts.map(({ code }) => code).join(""), table: Object.fromEntries(table) };
}

interface Group {
  /** The part that stands for all. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/**
 * Makes of each group one text that gives its parts' functions by name. Asking for the part that stands for the group gets
 * all of them; asking for another, which may be in several groups, gets that one alone.
 */
export function layOutTogether(groups: readonly Group[]): { text: string; table: Table } {
  const table: Record<string, Table[string]> = {};
  let text = "";
  for (const { name, parts } of groups) {
    const start = text.length;
    text += "return {";
    for (const part of parts) {
      text += `${JSON.stringify(part.name)}: ${functionHead}`;
      table[part.name] ??= [asItIs, text.length, text.length + part.code.length];
      text += `${part.code}}),\n`;
    }
    text += "};";
    table[name] = [inGroup, start, text.length];
  }
  return { text, table };
}

/** The parenthesis has the engine compile a function at once, instead of reading over it first. */
const functionHead = "(function (module, exports, require, batonUrl) {";

/** Functions of parts, by their names, as an object literal. */
export function asFunctions(parts: readonly Part[]): string {
  return `{\n${parts.map(({ name, code }) => `${JSON.stringify(name)}: ${functionHead}${code}})`).join(",\n")}\n}`;
}
