/** Everything a command may touch of the outside world, so that tests can hand it another one. */
export interface Io {
  /** Asking for it fails with cli/directory-gone where it has been removed: help and the like need none. */
  readonly cwd: string;
  /** The file that was started; undefined where Baton is called from code. */
  readonly program?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output, as given. */
  readonly out: (text: string) => void;
  /** Writes to standard error, as given. */
  readonly err: (text: string) => void;
  /** Reads standard input to its end, as UTF-8. */
  readonly readStdin: () => Promise<string>;
  /** The names of the environment variables of each process above this one, where the system shows them. */
  readonly ancestorVariables?: () => Promise<readonly (readonly string[])[]>;
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
}

/** 0 clean, 1 findings, 2 called wrongly, 3 could not finish. */
export type ExitStatus = 0 | 1 | 2 | 3;
