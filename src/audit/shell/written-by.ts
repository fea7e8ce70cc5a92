import { isTemporary } from "./is-temporary.ts";
import { type Options, readOptions } from "./options.ts";
import { sedValued } from "./ticks-boxes.ts";

/**
 * What a program other than git writes, moves or deletes: each file by its path, or the program and a word of its
 * arguments where they do not say. Empty directories are nothing a project holds. `fed` says that it gets more arguments
 * than are known.
 */
export function writtenBy(program: string, args: readonly string[], fed: boolean): readonly string[] {
  const mends = args.filter((one) => one === "--fix" || one === "--write").map((one) => `${program} ${one}`);
  const rule = programs.get(program);
  if (rule === undefined) return mends;
  const [valued, written] = rule;
  const options = readOptions(args, valued);
  const operands = fed ? [...options.operands, `xargs ${program}`] : options.operands;
  return [...written({ ...options, operands }, args, program), ...mends];
}

type Written = (options: Options, args: readonly string[], program: string) => readonly string[];

const all: Written = ({ operands }) => operands;
const butFirst: Written = ({ operands }) => operands.slice(1);
/** `cp a b`: the last; `cp -t b a`: the named one. */
const last: Written = ({ operands, values }) => {
  const into = values.get("-t") ?? values.get("--target-directory");
  return into === undefined ? operands.slice(-1) : [into];
};
const moved: Written = (options, args, program) => [...new Set([...options.operands, ...last(options, args, program)])];

const inPlace: Written = ({ flags, values, operands }) => {
  if (!flags.includes("-i") && !flags.includes("--in-place")) return [];
  const hasScript = ["-e", "-f", "--expression", "--file"].some((flag) => values.has(flag));
  // BSD's sed takes the suffix of its backup as a word of its own, mostly an empty one.
  const files = operands.filter((one) => one !== "");
  return hasScript ? files : files.slice(1);
};

const output: Written = ({ flags, values }, _, program) => {
  const file = values.get("-o") ?? values.get("--output");
  if (file !== undefined) return file === "-" ? [] : [file];
  return flags.includes("-O") ? [`${program} -O`] : [];
};

const found: Written = (_, args, program) => {
  if (!args.includes("-delete")) return [];
  const starts = args
    .slice(
      0,
      args.findIndex((one) => one.startsWith("-")),
    )
    .filter((one) => one !== ".");
  return starts.length > 0 ? starts : [`${program} -delete`];
};

const packages: Written = ({ flags, values, operands: [verb = ""] }, _, program) => {
  const place = values.get("--prefix") ?? values.get("-C") ?? values.get("--cwd") ?? "";
  const isTried = ["--dry-run", "--help", "-h"].some((flag) => flags.includes(flag));
  const changes = /^(i|install|ci|add|remove|rm|uninstall|un|update|up|upgrade|link|dedupe|get)$/.test(verb);
  return changes && !isTried && !isTemporary(place) ? [`${program} ${verb}`] : [];
};

const copies = "-t -S -m -o -g --target-directory --suffix --mode --owner --group";
const managers = "npm pnpm yarn bun cargo go poetry uv composer bundle".split(" ");

/** Programs that write, each with those of its options that take a value. */
const programs: ReadonlyMap<string, readonly [string, Written]> = new Map<string, readonly [string, Written]>([
  ["rm", ["", all]],
  ["unlink", ["", all]],
  ["shred", ["-n -s", all]],
  ["touch", ["-d -r -t --date --reference", all]],
  ["truncate", ["-s -r --size --reference", all]],
  ["tee", ["", all]],
  ["cp", [copies, last]],
  ["install", [copies, last]],
  ["ln", [copies, last]],
  ["rsync", ["-e", last]],
  ["mv", [copies, moved]],
  ["chmod", ["", butFirst]],
  ["chown", ["", butFirst]],
  ["sed", [sedValued, inPlace]],
  ["perl", ["-e -E -I -M -m -i?", inPlace]],
  ["dd", ["", ({ operands }) => operands.flatMap((one) => (one.startsWith("of=") ? [one.slice(3)] : []))]],
  ["sort", ["-o -k -t -S --output", output]],
  ["curl", ["-o -d -H -X -u -A -b -c --output --data --header --request", output]],
  ["patch", ["-p -i -d", ({ flags, operands }) => (flags.includes("--dry-run") ? [] : [operands[0] ?? "patch files"])]],
  ["find", ["", found]],
  ...managers.map((name) => [name, ["--prefix -C --cwd --filter -w --workspace", packages]] as const),
]);
