import { shell, type TurnItem } from "../turn-items.ts";

/** A shell command that writes a file, as a model would: a directory and a here-document. */
export function writeFile(path: string, ...lines: readonly string[]): TurnItem {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const make = folder === "" ? "" : `mkdir -p ${folder}\n`;
  return shell(`${make}cat > ${path} <<'END'\n${lines.join("\n")}\nEND`);
}
