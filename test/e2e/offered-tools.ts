import { type JsonObject, objectOf, objectsOf, textOf } from "./json-value.ts";

/** A tool a request offers the model: `name` inside `namespace`, where it has one. */
export interface OfferedTool {
  readonly name: string;
  readonly namespace?: string;
  readonly definition: JsonObject;
}

/** A role in the `agent_type` parameter of the spawn tool. */
export interface OfferedRole {
  readonly name: string;
  readonly description: string;
}

/** The tools of a request body, wherever this model family carries them: `tools`, or the `additional_tools` input item. */
export function offeredToolsOf(body: JsonObject): readonly OfferedTool[] {
  const additional = objectsOf(body.input)
    .filter((item) => item.type === "additional_tools")
    .flatMap((item) => objectsOf(item.tools));
  return [...objectsOf(body.tools), ...additional].flatMap((tool) => {
    const name = textOf(tool.name) || textOf(tool.type);
    if (tool.tools === undefined) return [{ name, definition: tool }];
    return objectsOf(tool.tools).map((inner) => ({
      name: textOf(inner.name),
      namespace: name,
      definition: inner,
    }));
  });
}

/** The roles the spawn tool names, in its order; none when no custom agent has loaded (Codex then leaves the parameter out). */
export function offeredRolesOf(tools: readonly OfferedTool[]): readonly OfferedRole[] {
  const spawn = tools.find((tool) => tool.name === "spawn_agent");
  const properties = objectOf(objectOf(spawn?.definition.parameters).properties);
  const text = textOf(objectOf(properties.agent_type).description);
  const list = text.slice(text.indexOf("Available roles:\n") + "Available roles:\n".length);
  return [...list.matchAll(/^(\S[^\n]*): \{\n([\s\S]*?)\n\}$/gm)].map(([, name, description]) => ({
    name: name ?? "",
    description: description ?? "",
  }));
}
