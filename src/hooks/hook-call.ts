import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { HookPayload } from "./read-payload.ts";
import type { SessionMarker } from "./session/session-marker.ts";

/** One event of Codex's, with the world around it. */
export interface HookCall {
  readonly payload: HookPayload;
  /** The main checkout's root, where runs and sessions are kept. */
  readonly root: string;
  /** The checkout the session works in. */
  readonly checkout: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What governs the session; undefined where nothing does yet. */
  readonly marker: SessionMarker | undefined;
  /** Records something that went wrong without getting in the way. */
  readonly trouble: (error: unknown) => void;
}

/** Whether there is something at a path, as an agent in the session's directory would look for it. */
export function existsFor({ payload, checkout }: Pick<HookCall, "payload" | "checkout">): (path: string) => boolean {
  return (path) => existsSync(resolve(payload.cwd, path)) || existsSync(resolve(checkout, path));
}
