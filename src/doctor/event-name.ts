/** A hook event as Codex's protocol spells it: `subagentStop` for `SubagentStop`. */
export function protocolEvent(event: string): string {
  return `${event.charAt(0).toLowerCase()}${event.slice(1)}`;
}

/** A hook event as hooks.json spells it: `SubagentStop` for `subagentStop`. */
export function fileEvent(event: string): string {
  return `${event.charAt(0).toUpperCase()}${event.slice(1)}`;
}
