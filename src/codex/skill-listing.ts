/** The list of skills as one session's model sees it. */
export interface SkillListing {
  /** The size of its lines, in characters: what Codex holds against its budget. */
  readonly size: number;
  readonly skills: readonly ListedSkill[];
}

/** A line of the list; `description` may be cut, or empty. */
export interface ListedSkill {
  readonly name: string;
  readonly description: string;
  /** Absolute. */
  readonly path: string;
}

/** Reads the list out of a request's messages; undefined when there is none. */
export function readSkillListing(request: unknown): SkillListing | undefined {
  const text = textsIn(request).find((one) => one.startsWith("<skills_instructions>"));
  if (text === undefined) return undefined;
  const [head = "", list = ""] = text.replace(/<\/skills_instructions>\s*$/, "").split("### Available skills\n");
  const roots = new Map([...head.matchAll(/^- `(r\d+)` = `(.*)`$/gm)].map(([, key = "", root = ""]) => [key, root]));
  const skills = [...list.matchAll(/^- (?!`)(.+?):(?: (.*))? \(file: (.+)\)$/gm)].map(
    ([, name = "", description = "", path = ""]) => ({ name, description, path: expanded(path, roots) }),
  );
  return { size: list.length, skills };
}

function expanded(path: string, roots: ReadonlyMap<string, string>): string {
  const [first = "", ...rest] = path.split("/");
  const root = roots.get(first);
  return root === undefined ? path : [root, ...rest].join("/");
}

function textsIn(request: unknown): string[] {
  const { input } = (request ?? {}) as { input?: unknown };
  if (!Array.isArray(input)) return [];
  return input.flatMap((item: { content?: unknown } | null) => {
    const content = item?.content;
    if (!Array.isArray(content)) return [];
    return content.flatMap((part: { text?: unknown } | null) => (typeof part?.text === "string" ? [part.text] : []));
  });
}
