import { createInterface } from "node:readline";
import { type Child, killChild, startChild } from "./start-child.ts";

/** A message Codex sent of its own accord. */
export interface Notification {
  readonly method: string;
  readonly params: unknown;
}

/** A conversation with `codex app-server`. Source of the protocol: `codex app-server generate-json-schema`. */
export interface AppServer {
  /** What Codex said of itself when it was greeted. */
  readonly greeting: unknown;
  /** Calls a method; rejects with Codex's own message, and when Codex ends or the conversation is aborted. */
  readonly call: (method: string, params: object) => Promise<unknown>;
  /** Everything received so far. */
  readonly notifications: readonly Notification[];
  /** The first notification, past or to come, that `matches`; rejects as `call` does. */
  readonly next: (matches: (notification: Notification) => boolean) => Promise<Notification>;
  /** Ends the conversation and every process of it. */
  readonly close: () => Promise<void>;
}

export interface AppServerOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends everything at once. */
  readonly signal: AbortSignal;
  /** Applied to every text Codex sends. */
  readonly translate: (text: string) => string;
}

/** How long Codex may take to end by itself once it is told to. */
const graceMs = 500;

/** Starts Codex and shakes hands. @throws Error with the end of what Codex wrote to standard error */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const child = startChild(options.command, ["app-server", ...options.args], options);
  const conversation = new Conversation(child, options);
  try {
    const clientInfo = { name: "baton_doctor", title: "Baton", version: "1" };
    const greeting = await conversation.call("initialize", { clientInfo, capabilities: { experimentalApi: true } });
    conversation.send({ method: "initialized" });
    return { greeting, ...conversation.asServer() };
  } catch (error) {
    await conversation.close();
    throw error;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

class Conversation {
  readonly #child: Child;
  readonly #signal: AbortSignal;
  readonly #notifications: Notification[] = [];
  readonly #calls = new Map<unknown, Waiting>();
  readonly #listeners = new Set<{ readonly matches: (one: Notification) => boolean } & Waiting>();
  readonly #closed: Promise<void>;
  #lastId = 0;
  #stderr = "";
  #over: Error | undefined;

  constructor(child: Child, { signal, translate }: AppServerOptions) {
    this.#child = child;
    this.#signal = signal;
    signal.addEventListener("abort", this.#abort);
    if (signal.aborted) this.#abort();
    this.#closed = new Promise((resolve) => {
      const end = (error: Error): void => {
        this.#fail(error);
        resolve();
      };
      child.once("error", end);
      child.once("close", () => end(new Error(`Codex has ended${lastLine(this.#stderr)}`)));
    });
    // Writing to a Codex that has ended is reported by the calls themselves.
    child.stdin.on("error", () => undefined);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-4_000);
    });
    const reviver = (_: string, value: unknown): unknown => (typeof value === "string" ? translate(value) : value);
    createInterface({ input: child.stdout }).on("line", (line) => this.#receive(line, reviver));
  }

  readonly send = (message: object): void => {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  };

  readonly call = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (this.#over !== undefined) return reject(this.#over);
      const id = ++this.#lastId;
      this.#calls.set(id, { resolve, reject });
      this.send({ id, method, params });
    });

  readonly next = (matches: (notification: Notification) => boolean): Promise<Notification> =>
    new Promise((resolve, reject) => {
      const past = this.#notifications.find(matches);
      if (past !== undefined) return resolve(past);
      if (this.#over !== undefined) return reject(this.#over);
      this.#listeners.add({ matches, resolve: resolve as Waiting["resolve"], reject });
    });

  readonly close = async (): Promise<void> => {
    const timer = setTimeout(() => killChild(this.#child), this.#signal.aborted ? 0 : graceMs);
    this.#child.stdin.end();
    await this.#closed;
    clearTimeout(timer);
    // Whatever Codex left behind in its group.
    killChild(this.#child);
    this.#signal.removeEventListener("abort", this.#abort);
  };

  asServer(): Omit<AppServer, "greeting"> {
    return { call: this.call, next: this.next, close: this.close, notifications: this.#notifications };
  }

  readonly #abort = (): void => {
    this.#fail(this.#signal.reason instanceof Error ? this.#signal.reason : new Error("Codex did not answer in time"));
    killChild(this.#child);
  };

  #fail(error: Error): void {
    this.#over ??= error;
    for (const waiting of [...this.#calls.values(), ...this.#listeners]) waiting.reject(this.#over);
    this.#calls.clear();
    this.#listeners.clear();
  }

  #receive(line: string, reviver: (key: string, value: unknown) => unknown): void {
    const message = parsed(line, reviver);
    const { id, method, params, result, error } = message;
    if (typeof method === "string" && id === undefined) this.#notify({ method, params });
    // Codex asks for something, an approval for example: there is nobody here to give it.
    else if (typeof method === "string") this.send({ id, error: { code: -32_601, message: "not supported" } });
    else {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      if (error === undefined) call?.resolve(result);
      else call?.reject(new Error(messageOf(error)));
    }
  }

  #notify(notification: Notification): void {
    this.#notifications.push(notification);
    for (const listener of this.#listeners) {
      if (!listener.matches(notification)) continue;
      this.#listeners.delete(listener);
      listener.resolve(notification);
    }
  }
}

function parsed(line: string, reviver: (key: string, value: unknown) => unknown): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line, reviver);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function messageOf(error: unknown): string {
  const message = error !== null && typeof error === "object" ? (error as { message?: unknown }).message : undefined;
  return typeof message === "string" ? message : "Codex answered with an error";
}

function lastLine(stderr: string): string {
  const line = stderr
    .split("\n")
    .filter((one) => one.trim() !== "" && !one.startsWith("WARNING"))
    .at(-1);
  return line === undefined ? "" : `: ${line.replace(/\u001b\[[\d;]*m/g, "").trim()}`;
}
