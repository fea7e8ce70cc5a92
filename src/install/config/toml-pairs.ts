import type { AST } from "toml-eslint-parser";
import type { TomlDocument } from "./toml-document.ts";

/** A pair that gives a key its value, with the key's whole path and what the pair stands in. */
export interface TomlPair {
  readonly path: readonly (string | number)[];
  readonly pair: AST.TOMLKeyValue;
  /** A header's table or an inline one; undefined at the top of the file. */
  readonly table: AST.TOMLTable | AST.TOMLInlineTable | undefined;
}

/** Every pair of a document, those inside braces too; not those in arrays. */
export function tomlPairs({ body }: TomlDocument): readonly TomlPair[] {
  return body.flatMap((node) =>
    node.type === "TOMLKeyValue"
      ? pairsIn(node, [], undefined)
      : node.body.flatMap((pair) => pairsIn(pair, node.resolvedKey, node)),
  );
}

function pairsIn(pair: AST.TOMLKeyValue, base: TomlPair["path"], table: TomlPair["table"]): TomlPair[] {
  const path = [...base, ...pair.key.keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value))];
  const { value } = pair;
  const inside = value.type === "TOMLInlineTable" ? value.body.flatMap((one) => pairsIn(one, path, value)) : [];
  return [{ path, pair, table }, ...inside];
}
