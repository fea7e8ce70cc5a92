/** A role that Codex offers its model for a subagent. */
export interface OfferedRole {
  readonly name: string;
  /** As Codex shows it: the agent's own, with notes of Codex's behind it. */
  readonly description: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The roles a request's spawn tool names; undefined when it offers no such tool. None are named as long as no custom
 * agent has loaded.
 * @param request the body of a request, of either tool generation
 */
export function offeredRoles(request: unknown): readonly OfferedRole[] | undefined {
  const spawn = toolsIn(request).find((tool) => tool["name"] === "spawn_agent");
  if (spawn === undefined) return undefined;
  const text = ["parameters", "properties", "agent_type", "description"].reduce<unknown>(
    (value, key) => fieldsOf(value)[key],
    spawn,
  );
  const [, list = ""] = typeof text === "string" ? text.split("Available roles:\n") : [];
  return [...list.matchAll(/^(\S[^\n]*): \{\n([\s\S]*?)\n\}$/gm)].map(([, name = "", description = ""]) => ({
    name,
    description,
  }));
}

/** Every function, whether it lies in `tools`, in an `additional_tools` item, or in a namespace of one of them. */
function toolsIn(request: unknown): Fields[] {
  const { tools, input } = fieldsOf(request);
  const additional = listOf(input).filter((item) => item["type"] === "additional_tools");
  const all = [...listOf(tools), ...additional.flatMap((item) => listOf(item["tools"]))];
  return all.flatMap((tool) => (tool["tools"] === undefined ? [tool] : listOf(tool["tools"])));
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === "object" ? (value as Fields) : {};
}
