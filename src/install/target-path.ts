const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** What Baton keeps for itself inside .baton: no pack installs there. */
const internal = /^\.baton\/(manifest\.json|base|base\.jsonl|conflicts|backup|lock[^/]*|runs\.db[^/]*)(\/|$)/i;

/** Why `path` may not be a target; undefined when it may. A target is relative, plain on every system, and below a folder of Baton's. */
export function targetProblem(path: string): string | undefined {
  const problem = nameProblem(path);
  if (problem !== undefined) return problem;
  if (!/^(\.agents\/skills\/.|\.codex\/agents\/.|\.baton\/.)/.test(path))
    return "is outside .agents/skills, .codex/agents and .baton";
  return internal.test(path) ? "is one of Baton's own records" : undefined;
}

/** Why `path` may not be a directory that Baton made; undefined when it may. */
export function directoryProblem(path: string): string | undefined {
  const problem = nameProblem(path);
  if (problem !== undefined) return problem;
  return /^(\.agents(\/skills(\/|$)|$)|\.codex(\/agents(\/|$)|$))/.test(path)
    ? undefined
    : "is outside .agents/skills and .codex/agents";
}

/** Names that need no closer look: letters, digits, `_`, `-`, and dots inside or at the start. */
const plain = /^(?:\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?:\/|$))+$/i;
const mayBeReserved = /(?:^|\/)(?:con|prn|aux|nul|com|lpt)/i;

function nameProblem(path: string): string | undefined {
  if (path.length < 200 && plain.test(path) && !path.endsWith("/") && !mayBeReserved.test(path)) return undefined;
  if (/[\u0000-\u001f\u007f]/.test(path)) return "holds a control character";
  if (path.includes("\\")) return "holds a backslash";
  if (path.startsWith("/")) return "is absolute";
  if (path.includes(":")) return "holds a colon, which Windows reads as a drive or a stream";
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return `holds an empty or relative part`;
    if (reserved.test(part)) return `holds "${part}", a name Windows reserves`;
    if (/[. ]$/.test(part)) return `holds "${part}", whose end Windows drops`;
    if (/[<>"|?*]/.test(part)) return `holds "${part}", which no Windows file can be called`;
  }
  return path.length > 400 ? "is longer than 400 characters" : undefined;
}

const isAscii = /^[\x20-\x7e]*$/;

/** What a file system that ignores case takes for the same path. */
export function foldedPath(path: string): string {
  return (isAscii.test(path) ? path : path.normalize("NFC")).toLowerCase();
}
