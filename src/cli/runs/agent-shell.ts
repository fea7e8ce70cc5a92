/** What agents leave in the environment of the shells they start. Codex: found out on the binary, codex-facts 3.5. */
const marks: Readonly<Record<string, string>> = {
  CODEX_THREAD_ID: "Codex",
  CODEX_SESSION_ID: "Codex",
  CODEX_TOOL_CALL_ID: "Codex",
  CODEX_CI: "Codex",
  CODEX_SANDBOX: "Codex",
  CODEX_SANDBOX_NETWORK_DISABLED: "Codex",
  CLAUDECODE: "Claude Code",
  GEMINI_CLI: "Gemini CLI",
  CURSOR_AGENT: "Cursor",
};

/** The agent in whose shell a process runs, and the variable that shows it; undefined for a shell of a person's own. */
export function agentOf(variables: Iterable<string>): { readonly agent: string; readonly mark: string } | undefined {
  for (const mark of variables) {
    const agent = Object.hasOwn(marks, mark) ? marks[mark] : undefined;
    if (agent !== undefined) return { agent, mark };
  }
  return undefined;
}
