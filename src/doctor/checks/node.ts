import { diagnose } from "../../core/diagnostic.ts";
import { compareVersions } from "../../install/compare-versions.ts";
import type { Check } from "../check.ts";

/** What the installed program asks for; `engines` of package.json. */
const needed = "20.19.0";

/** The Node that Codex would start hooks and the MCP server with. */
export const nodeCheck: Check = {
  area: "Node",
  skip: () => undefined,
  check: ({ node, git, hooks }) => {
    const where = { file: node.path ?? "node" };
    const newer = "install Node 20.19 or newer and put it first on PATH, in the shell Codex is started from";
    const findings = [];
    if (node.path === undefined)
      findings.push(diagnose("codex/node-missing", { message: 'there is no "node" on PATH', hint: newer, where }));
    else if (node.version === undefined)
      findings.push(
        diagnose("codex/node-missing", { message: '"node --version" does not answer', hint: newer, where }),
      );
    else if (compareVersions(node.version, needed) < 0) {
      const message = `the first "node" on PATH is ${node.version}, older than 20.19`;
      findings.push(diagnose("codex/node-too-old", { message, hint: newer, where }));
    }
    if (git === undefined && hooks.some(({ command }) => /\bgit\b/.test(command))) {
      const message = 'there is no "git" on PATH, which the hook\'s command calls';
      const hint = "install git, or start Codex from a shell that finds it";
      findings.push(diagnose("codex/git-missing", { message, hint, where: { file: "git" } }));
    }
    return findings;
  },
  sum: ({ node }) => `${node.version} starts hooks and the MCP server (${node.path})`,
};
