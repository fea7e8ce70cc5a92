import type { ExitStatus, Io } from "../../src/cli/io.ts";
import { runCli } from "../../src/cli/main.ts";

interface Outside {
  readonly cwd?: string;
  readonly env?: Io["env"];
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly program?: string;
}

export interface Ran {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

/** An outside that is a directory, an environment and a text on standard input, and keeps what is printed. */
export function fakeIo({ cwd = "/nowhere", env = {}, stdin = "", terminal = false, program }: Outside = {}): {
  readonly io: Io;
  readonly printed: () => { readonly out: string; readonly err: string };
} {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd,
    program,
    env: { HOME: "/nowhere", ...env },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    readStdin: async () => stdin,
    terminal: { stdin: terminal, stdout: terminal, stderr: terminal },
  };
  return { io, printed: () => ({ out: out.join(""), err: err.join("") }) };
}

/** Runs one command line in this process. */
export async function baton(argv: readonly string[], outside: Outside = {}): Promise<Ran> {
  const { io, printed } = fakeIo(outside);
  const status = await runCli(argv, io);
  return { status, ...printed() };
}
