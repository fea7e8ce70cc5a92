import type { Answer } from "./answer.ts";
import type { ConfigAnswer } from "./config-answer.ts";
import type { HooksAnswer } from "./hooks-answer.ts";
import type { OfferedRole } from "./offered-roles.ts";
import type { ServerAnswer } from "./server-answer.ts";
import type { SkillListing } from "./skill-listing.ts";
import type { SkillsAnswer } from "./skills-answer.ts";

/** What a session's first request to its model holds. */
export interface SessionAnswer {
  /** Undefined when the model is offered no tool to spawn with. */
  readonly roles: readonly OfferedRole[] | undefined;
  readonly listing: SkillListing | undefined;
}

/** Everything Codex said when it was asked what is in force in a directory. */
export interface CodexAnswers {
  readonly version: string;
  /** What Codex warned of when it started: agents that do not load, a configuration that does not parse. */
  readonly warnings: readonly string[];
  readonly config: Answer<ConfigAnswer>;
  readonly skills: Answer<SkillsAnswer>;
  readonly hooks: Answer<HooksAnswer>;
  readonly session: Answer<SessionAnswer>;
  /** Baton's MCP server; undefined when it was not asked about, or is not configured. */
  readonly server: Answer<ServerAnswer> | undefined;
}
