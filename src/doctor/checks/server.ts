import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { Check } from "../check.ts";
import type { DoctorFacts } from "../facts.ts";
import { answerTo, notLoaded, unanswered } from "../in-force.ts";
import { restoreCommand } from "../restore-command.ts";
import { serverName } from "../server-name.ts";

/** The tool an orchestrator has answers checked with. */
const checkingTool = "validate_answer";

/** Whether Baton's MCP server is configured, starts, and offers its tools. */
export const serverCheck: Check = {
  area: "MCP",
  skip: (facts) => {
    if (facts.manifest === undefined) return "none was installed";
    return notLoaded(facts) ?? unanswered(facts, ({ config }) => config) ?? unanswered(facts, ({ server }) => server);
  },
  check: (facts) => {
    const where = { file: facts.place.config.file };
    const entry = answerTo(facts, ({ config }) => config)?.servers.find(({ name }) => name === serverName);
    if (entry === undefined) {
      const hint = `${restoreCommand(facts)} puts it back`;
      return [diagnose("codex/server-missing", { message: "there is no [mcp_servers.baton]", hint, where })];
    }
    if (isForeign(facts)) return [foreign(facts)];
    if (!entry.enabled) {
      const message = "[mcp_servers.baton] is switched off";
      return [diagnose("codex/server-disabled", { message, hint: "take enabled = false out of it", where })];
    }
    const answer = serverOf(facts);
    if (answer?.running !== false) return [];
    const hint = "run node .baton/bin/baton.mjs mcp and see what it says";
    return [diagnose("codex/server-failed", { message: `it does not start: ${answer.error}`, hint, where })];
  },
  sum: (facts) => {
    const answer = serverOf(facts);
    const tools = answer?.running ? answer.tools.length : 0;
    return `"${serverName}" answers with ${tools === 1 ? "1 tool" : `${tools} tools`}`;
  },
};

/** Baton's offers the tool that answers are checked with; one that does not run is Baton's where the install put it there. */
function isForeign(facts: DoctorFacts): boolean {
  const answer = serverOf(facts);
  return answer?.running ? !answer.tools.includes(checkingTool) : !facts.server;
}

function foreign(facts: DoctorFacts): Diagnostic {
  const whose = facts.server ? "was made another's" : "is another's, so the install put none there";
  const message = `the MCP server "${serverName}" ${whose}: it offers no "${checkingTool}"`;
  const hint = `rename that one in config.toml, here or in the user's; then ${restoreCommand(facts)} puts Baton's there`;
  return diagnose("codex/server-foreign", { message, hint, where: { file: facts.place.config.file } });
}

function serverOf(facts: DoctorFacts) {
  return answerTo(facts, ({ server }) => server);
}
