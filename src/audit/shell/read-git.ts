import { gitCall } from "./git-call.ts";
import { isTemporary } from "./is-temporary.ts";
import { type Options, readOptions } from "./options.ts";

/** What git takes up: these paths, every change of a file that it knows (`tracked`), or every change there is. */
export type Taken = readonly string[] | "tracked" | "all";

/** What one call of git does; paths are relative to `directory`, which is relative to where git was called. */
export interface GitRead {
  readonly directory: string;
  readonly commits: Taken | null;
  readonly stages: Taken;
  readonly unstages: readonly string[] | "all";
  readonly writes: readonly string[];
}

/** Reads the arguments of git. `fed` says that it gets more of them than are known. */
export function readGit(args: readonly string[], fed: boolean): GitRead {
  const { directory, verb, args: given } = gitCall(args);
  const options = readOptions(given, valued.get(verb) ?? "");
  const isTrial = has(options, "--dry-run") || (has(options, "-n") && /^(add|stage|clean|rm|mv|push)$/.test(verb));
  const read = isTrial || has(options, "--help") ? undefined : verbs.get(verb)?.(options, verb, fed);
  return { directory, commits: null, stages: [], unstages: [], writes: [], ...read };
}

type Effect = Partial<Omit<GitRead, "directory">>;
type Verb = (options: Options, verb: string, fed: boolean) => Effect;

const valued: ReadonlyMap<string, string> = new Map([
  ["commit", "-m -F -C -c -t -S? -u? --message --file --author --date --template --cleanup --fixup --squash --trailer"],
  ["restore", "-s --source"],
  ["checkout", "-b -B --orphan"],
  ["tag", "-m -F -u"],
  ["worktree", "-b -B --reason"],
  ["stash", "-m --message"],
]);

const changes: Verb = (_, verb) => ({ writes: [`git ${verb}`] });

const add: Verb = (options, verb, fed) => {
  const writes = [`git ${verb}`];
  if (fed || has(options, "-i", "--interactive", "--pathspec-from-file")) return { stages: "all", writes };
  if (has(options, "-p", "--patch", "-e", "--edit")) return { stages: "tracked", writes };
  if (options.operands.length > 0) return { stages: options.operands, writes };
  const isTracked = has(options, "-u", "--update");
  return { stages: isTracked ? "tracked" : has(options, "-A", "--all") ? "all" : [], writes };
};

const commit: Verb = (options) => {
  const writes = ["git commit"];
  if (has(options, "--interactive", "--pathspec-from-file")) return { commits: "all", writes };
  if (has(options, "-a", "--all", "-p", "--patch")) return { commits: "tracked", writes };
  if (has(options, "-i", "--include")) return { commits: [], stages: options.operands, writes };
  return { commits: options.operands, writes };
};

const remove: Verb = (options, verb, fed) => {
  const isKept = has(options, "--cached");
  const paths = fed ? ([] as const) : options.operands;
  return { stages: fed ? "all" : paths, writes: [`git ${verb}`, ...(isKept ? [] : paths)] };
};

const reset: Verb = (options) => {
  const writes = ["git reset"];
  if (has(options, "--soft")) return { writes };
  const paths = options.operands.filter((one) => !/^(HEAD|@|ORIG_HEAD)([~^@].*)?$/.test(one));
  return { unstages: paths.length === 0 ? "all" : paths, writes };
};

const restore: Verb = (options) => {
  const isStaged = has(options, "--staged", "-S");
  const isWritten = !isStaged || has(options, "--worktree", "-W");
  return {
    unstages: isStaged ? options.operands : [],
    writes: ["git restore", ...(isWritten ? options.operands : [])],
  };
};

const verbs: ReadonlyMap<string, Verb> = new Map([
  ...words("am cherry-pick checkout merge pull push rebase revert switch init clone").map(
    (verb) => [verb, changes] as const,
  ),
  ["add", add],
  ["stage", add],
  ["commit", commit],
  ["rm", remove],
  ["mv", remove],
  ["reset", reset],
  ["restore", restore],
  ["clean", changes],
  ["stash", (options, verb) => (/^(list|show)$/.test(options.operands[0] ?? "") ? {} : { writes: [`git ${verb}`] })],
  [
    "tag",
    (options, verb) => (options.operands.length === 0 || has(options, ...tagLists) ? {} : { writes: [`git ${verb}`] }),
  ],
  [
    "worktree",
    ({ operands: [does = "", path = ""] }, verb) =>
      does === "list" || (does === "add" && isTemporary(path)) ? {} : { writes: [`git ${verb}`] },
  ],
  ["apply", (options, verb) => (has(options, "--check", "--stat", "--summary") ? {} : { writes: [`git ${verb}`] })],
]);

const tagLists = words("-l --list -n --contains --no-contains --merged --no-merged --points-at");

function words(list: string): string[] {
  return list.split(" ");
}

function has({ flags }: Options, ...names: readonly string[]): boolean {
  return names.some((name) => flags.includes(name));
}
