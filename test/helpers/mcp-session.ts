import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { onTestFinished } from "vitest";
import { project } from "./project.ts";

const program = join(import.meta.dirname, "../../src/cli/bin.ts");

/** A client that started `baton mcp` in a project of these files; hung up when the test ends. */
export async function connect(files: Readonly<Record<string, string>> = {}): Promise<Client> {
  return connectIn(project(files));
}

/** A client of its own in a directory that is there already. */
export async function connectIn(cwd: string): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  onTestFinished(() => client.close());
  const env = { PATH: process.env["PATH"] ?? "", HOME: cwd };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, "mcp"], cwd, env }));
  return client;
}

/** Calls validate_answer and returns its result without what the protocol adds. */
export async function validateAnswer(client: Client, words: Readonly<Record<string, unknown>>) {
  const { content, structuredContent, isError } = await client.callTool({ name: "validate_answer", arguments: words });
  const [first] = content;
  return { text: first?.type === "text" ? first.text : undefined, parts: content.length, structuredContent, isError };
}
