import type { OfferedTool } from "./offered-tools.ts";

/** Which of Codex's tool generations a request offers; the model decides, not a setting. */
export interface ToolSurface {
  /** `ids`: first generation, agents are named by id and get closed. `paths`: second, named by task, nothing to close. */
  readonly agents: "ids" | "paths";
  /** Shell and MCP are called from JavaScript, through the custom tool `exec`. */
  readonly isCodeMode: boolean;
}

/** Tells the generation from the tools on offer. */
export function toolSurfaceOf(tools: readonly OfferedTool[]): ToolSurface {
  return {
    agents: tools.some((tool) => tool.namespace === "collaboration") ? "paths" : "ids",
    isCodeMode: tools.some((tool) => tool.name === "exec" && tool.definition.type === "custom"),
  };
}
