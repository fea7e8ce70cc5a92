/** Where a flow stands at one place: a node that waits for something, or whose agent is at work. */
export interface Token {
  readonly node: string;
  /** `held`: only a person's message lets it go on. */
  readonly state: "ready" | "running" | "held";
  /** The subagent at work on it. */
  readonly thread?: string;
  /** Why it is held: the answer that asks for a person, or a limit that is used up. */
  readonly held?: { readonly by: "answer" | "limit"; readonly status: string };
}

/** One way in which what happened so far fits a flow. Several can fit: not everything that decides a branch is seen. */
export interface Position {
  readonly tokens: readonly Token[];
  /** State variables of the flow; a variable that is missing or empty is not known. */
  readonly variables: Readonly<Record<string, string>>;
  /** How often a piece of work has gone back to its author, by the node it went back to. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Positions without doubles, the first of each kept, and no more than a session can tell apart. */
export function distinct(positions: readonly Position[]): Position[] {
  const found = new Map<string, Position>();
  for (const position of positions) {
    const key = JSON.stringify([position.tokens, position.variables, position.revisions]);
    if (!found.has(key)) found.set(key, position);
  }
  return [...found.values()].slice(0, mostPositions);
}

const mostPositions = 128;

/** The position with one token replaced by others. */
export function withToken(position: Position, token: Token, by: readonly Token[]): Position {
  return { ...position, tokens: position.tokens.flatMap((one) => (one === token ? by : [one])) };
}
