import { isTable } from "../install/config/is-table.ts";

/** What stands in a value of TOML or JSON at the end of a path of keys and indices; undefined where the path ends before. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, key) => {
    if (typeof key === "number") return Array.isArray(inside) ? (inside[key] as unknown) : undefined;
    return isTable(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined;
  }, value);
}
