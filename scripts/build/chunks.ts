import { basename } from "node:path";
import type { Metafile } from "esbuild";

/** The chunks that esbuild made, by name, and what each imports; `waits` for an `import()`. */
export type Chunks = ReadonlyMap<string, readonly { readonly name: string; readonly waits: boolean }[]>;

export function chunksOf({ outputs }: Metafile): Chunks {
  const chunks = Object.entries(outputs).map(([path, output]) => {
    const imports = output.imports.map((one) => ({
      name: chunkName(one.path),
      waits: one.kind !== "import-statement",
    }));
    return [chunkName(path), imports] as const;
  });
  return new Map(chunks);
}

export function chunkName(path: string): string {
  return `./${basename(path)}`;
}

/** The given chunks and every one they import, directly or not; `without waiting` leaves out what only an `import()` reaches. */
export function reached(chunks: Chunks, from: readonly string[], how: "without waiting" | "at all"): Set<string> {
  const found = new Set<string>();
  const left = [...from];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const imports = chunks.get(name);
    if (found.has(name) || imports === undefined) continue;
    found.add(name);
    left.push(...imports.filter(({ waits }) => how === "at all" || !waits).map((one) => one.name));
  }
  return found;
}
