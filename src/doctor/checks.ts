import type { Check } from "./check.ts";
import { agentsCheck } from "./checks/agents.ts";
import { codexCheck } from "./checks/codex.ts";
import { filesCheck } from "./checks/files.ts";
import { hooksCheck } from "./checks/hooks.ts";
import { listingCheck } from "./checks/listing.ts";
import { nodeCheck } from "./checks/node.ts";
import { serverCheck } from "./checks/server.ts";
import { skillsCheck } from "./checks/skills.ts";
import { trustCheck } from "./checks/trust.ts";

/** Every check, each after those it rests on. */
export const checks: readonly Check[] = [
  nodeCheck,
  codexCheck,
  filesCheck,
  trustCheck,
  hooksCheck,
  skillsCheck,
  listingCheck,
  agentsCheck,
  serverCheck,
];
