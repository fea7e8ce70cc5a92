import * as z from "zod/mini";

/** An MCP server that Codex has started, or failed to. */
export type ServerAnswer =
  | { readonly running: true; readonly version?: string; readonly tools: readonly string[] }
  | { readonly running: false; readonly error: string };

const startup = z.object({ name: z.string(), threadId: z.string(), status: z.string(), error: z.nullish(z.string()) });

/** What a `mcpServer/startupStatus/updated` notification says; undefined for any other form. */
export function readServerStartup(params: unknown): z.infer<typeof startup> | undefined {
  return z.safeParse(startup, params).data;
}

const list = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      serverInfo: z.nullish(z.object({ version: z.nullish(z.string()) })),
      tools: z.nullish(z.record(z.string(), z.unknown())),
      toolsError: z.nullish(z.unknown()),
    }),
  ),
});

/** Reads what `mcpServerStatus/list` says of a server that is ready. @throws Error when it has another form, or not this server */
export function readServerAnswer(result: unknown, name: string): ServerAnswer {
  const server = z.parse(list, result).data.find((one) => one.name === name);
  if (server === undefined) throw new Error(`Codex does not list the server "${name}"`);
  if (server.toolsError) return { running: false, error: textOf(server.toolsError) };
  const version = server.serverInfo?.version;
  return { running: true, ...(version ? { version } : {}), tools: Object.keys(server.tools ?? {}) };
}

function textOf(error: unknown): string {
  return typeof error === "string" ? error : JSON.stringify(error);
}
