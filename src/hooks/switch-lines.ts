/** One time that Baton's hooks were switched: a line of `.baton/hooks.jsonl`, which is only ever appended to. */
export interface HookSwitch {
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly on: boolean;
  readonly by: "project" | "session" | "environment";
  /** The session it concerns; null for the whole project. */
  readonly session: string | null;
  /** The person at the terminal; null for the environment, of which nobody knows who set it. */
  readonly who: string | null;
}

/** A switch with the number of its line, from 1. */
export interface HookSwitchLine extends HookSwitch {
  readonly line: number;
}

/** The switches a `.baton/hooks.jsonl` holds, oldest first. Lines that are none, a torn last one too, are passed over. */
export function parseSwitchLines(text: string): readonly HookSwitchLine[] {
  return text.split("\n").flatMap((line, index) => {
    const read = line === "" ? undefined : parseSwitch(line);
    return read === undefined ? [] : [{ ...read, line: index + 1 }];
  });
}

/** A switch as its line, line end included. */
export function renderSwitchLine({ at, on, by, session, who }: HookSwitch): string {
  return `${JSON.stringify({ at, on, by, session, who })}\n`;
}

function parseSwitch(line: string): HookSwitch | undefined {
  const value = parsed(line);
  if (value === null || typeof value !== "object") return undefined;
  const { at, on, by, session = null, who = null } = value as Readonly<Record<string, unknown>>;
  if (typeof at !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)) return undefined;
  if (typeof on !== "boolean" || !isTextOrNull(session) || !isTextOrNull(who)) return undefined;
  if (by === "project") return { at, on, by, session: null, who };
  return (by === "session" || by === "environment") && session !== null ? { at, on, by, session, who } : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && value.length <= 200);
}
