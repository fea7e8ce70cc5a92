import type { Entry, PackReader } from "../../src/pack/pack-reader.ts";

/** A pack that exists in a test only: texts by path. */
export function memoryReader(files: Readonly<Record<string, string>>): PackReader {
  const paths = Object.keys(files);
  const isDirectory = (path: string): boolean => path === "" || paths.some((one) => one.startsWith(`${path}/`));
  return {
    rootName: "pack",
    show: (path) => path,
    list: (path) => {
      const prefix = path === "" ? "" : `${path}/`;
      const below = paths.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length).split("/"));
      const kinds = new Map(
        below.map(([name = "", ...rest]) => [name, rest.length > 0 ? "directory" : "file"] as const),
      );
      return [...kinds].map(([name, kind]): Entry => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? { problem: "unreadable", detail: "it is not there" } : { text };
    },
    kindOf: (path) => (Object.hasOwn(files, path) ? "file" : isDirectory(path) ? "directory" : undefined),
    resolve: (path) => path,
  };
}
