import { homedir } from "node:os";
import { join } from "node:path";

/** Where Codex keeps its sessions: below `$CODEX_HOME`, else `~/.codex`. */
export function sessionsDirectory(env: Readonly<Record<string, string | undefined>>): string {
  const home = env["CODEX_HOME"];
  return join(home ? home : join(homedir(), ".codex"), "sessions");
}
