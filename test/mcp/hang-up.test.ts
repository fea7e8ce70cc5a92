import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { project } from "../helpers/project.ts";

const program = join(import.meta.dirname, "../../src/cli/bin.ts");
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};

test("answers, and ends by itself with status 0 when the client hangs up", async () => {
  const child = spawn(process.execPath, [program, "mcp"], { cwd: project({}) });
  const said = text(child.stdout);
  const complained = text(child.stderr);
  child.stdin.write(`${JSON.stringify(initialize)}\n`);
  await once(child.stdout, "data");
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(JSON.parse(await said)).toMatchObject({ id: 1, result: { serverInfo: { name: "baton" } } });
  expect(await complained).toBe("");
});

test("ends with nothing said when nobody ever speaks", async () => {
  const child = spawn(process.execPath, [program, "mcp"], { cwd: project({}) });
  const said = text(child.stdout);
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await said).toBe("");
});
