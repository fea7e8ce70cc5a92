import { Failure } from "../../core/failure.ts";
import type { Io } from "../io.ts";
import { agentOf } from "./agent-shell.ts";

/**
 * Lets a person's command go on, and refuses it in a shell that an agent started.
 * @throws Failure run/agent-shell
 */
export async function personOnly(io: Io, doing: string): Promise<void> {
  const own = Object.entries(io.env).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [name]));
  const above = (await io.ancestorVariables?.()) ?? [];
  const found = [own, ...above].map(agentOf).find((one) => one !== undefined);
  if (found === undefined) return;
  throw new Failure(
    "run/agent-shell",
    `only a person may ${doing}, and this is ${found.agent}'s shell (${found.mark} is set)`,
    {
      hint: "run it in a terminal of your own",
    },
  );
}

/** The person at the terminal, by the name given, else the account's. */
export function personOf(io: Io, given: string | undefined): string {
  return given || io.env["USER"] || io.env["LOGNAME"] || io.env["USERNAME"] || "a person";
}
