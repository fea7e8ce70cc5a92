/** A call of git, with what stands before its verb told apart. */
export interface GitCall {
  /** Where it works, relative to where it was called. */
  readonly directory: string;
  readonly verb: string;
  /** What follows the verb. */
  readonly args: readonly string[];
}

/** Reads git's own options off its arguments. */
export function gitCall(args: readonly string[]): GitCall {
  let at = 0;
  let directory = "";
  while (args[at]?.startsWith("-")) {
    if (args[at] === "-C") directory = args[at + 1] ?? "";
    at += /^(-C|-c|--git-dir|--work-tree|--namespace|--exec-path)$/.test(args[at] ?? "") ? 2 : 1;
  }
  return { directory, verb: args[at] ?? "", args: args.slice(at + 1) };
}
