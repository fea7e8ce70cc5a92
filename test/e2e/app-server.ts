import { createInterface } from "node:readline";
import type { CodexHome } from "./codex-home.ts";
import { killCodex, startCodex } from "./codex-process.ts";
import { type JsonObject, type JsonValue, objectOf, parseJson, textOf } from "./json-value.ts";

/** A message Codex sent of its own accord. */
interface Notification {
  readonly method: string;
  readonly params: JsonObject;
}

/** A conversation with `codex app-server`. `notifications` grows while it runs. */
export interface AppServer {
  /** Calls a method and gives its result. Rejects with Codex's own message on an error, and when Codex ends. */
  call(method: string, params?: JsonObject): Promise<JsonObject>;
  readonly notifications: readonly Notification[];
  close(): Promise<void>;
}

/** Starts `codex app-server` in a directory and shakes hands; it accepts every approval Codex asks for. */
export async function startAppServer(options: {
  readonly home: CodexHome;
  readonly cwd: string;
  readonly args?: readonly string[];
}): Promise<AppServer> {
  const { home, cwd, args = [] } = options;
  const codex = startCodex(["app-server", "--listen", "stdio://", ...args], { cwd, env: home.env });
  const pending = new Map<JsonValue, PendingCall>();
  const notifications: Notification[] = [];
  let lastId = 0;

  const send = (message: JsonObject) => codex.stdin.write(`${JSON.stringify(message)}\n`);
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    codex.once("error", (error) => {
      failure = error;
      resolve();
    });
    codex.once("close", () => {
      failure ??= new Error("codex app-server has ended");
      for (const call of pending.values()) call.reject(failure);
      resolve();
    });
  });
  codex.stderr.resume();
  // Writing to a Codex that has ended is reported by the calls themselves.
  codex.stdin.on("error", () => undefined);
  createInterface({ input: codex.stdout }).on("line", (line) => {
    const message = objectOf(parseJson(line));
    const method = textOf(message.method);
    if (method === "") settle(pending, message);
    else if (message.id === undefined) notifications.push({ method, params: objectOf(message.params) });
    else send({ id: message.id, result: { decision: "accept" } });
  });

  const call = (method: string, params: JsonObject = {}): Promise<JsonObject> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      send({ id, method, params });
    });
  const close = (): Promise<void> => {
    killCodex(codex);
    return ended;
  };
  await call("initialize", {
    clientInfo: { name: "baton-tests", title: "Baton tests", version: "0.0.0" },
    capabilities: { experimentalApi: true },
  });
  send({ method: "initialized" });
  return { call, notifications, close };
}

interface PendingCall {
  readonly resolve: (result: JsonObject) => void;
  readonly reject: (error: Error) => void;
}

function settle(pending: Map<JsonValue, PendingCall>, message: JsonObject): void {
  const id = message.id ?? null;
  const call = pending.get(id);
  pending.delete(id);
  if (message.error === undefined) call?.resolve(objectOf(message.result));
  else call?.reject(new Error(textOf(objectOf(message.error).message)));
}
