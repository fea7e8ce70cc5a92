import type { Contract } from "../contract/contract.ts";
import type { Diagnostic, Where } from "../core/diagnostic.ts";
import type { SchemaError } from "../core/schema-problem.ts";
import type { Markdown } from "../parse/markdown.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { SchemaFlaw } from "../response/schema-flaw.ts";
import type { Flow } from "../workflow/graph.ts";
import type { Budgets, TokenCounter } from "./budgets.ts";
import type { Source } from "./source.ts";

/**
 * What was linted. `baton`: a pack with a contract of its own (references/contract.yaml), held to the house rules.
 * `pack`: skills to be installed somewhere else. `project`: a repository Codex works in. `skill`: one skill alone.
 */
export type PackKind = "baton" | "pack" | "project" | "skill";

/** Everything of a directory that lint looks at, read once. Rules are pure functions of it. */
export interface Pack {
  readonly kind: PackKind;
  readonly skills: readonly Skill[];
  readonly agents: readonly CustomAgent[];
  /** The `[agents.<name>]` tables of each `.codex/config.toml`. */
  readonly tables: readonly AgentTable[];
  readonly settings: readonly SettingsFile[];
  readonly contract: PackContract | undefined;
  readonly schemas: readonly PackSchema[];
  readonly workflows: readonly PackWorkflow[];
  /** Names of the document templates that agents and skills point to as `.baton/templates/<name>`. */
  readonly templates: readonly string[];
  readonly unread: readonly Unread[];
  readonly budgets: Budgets | undefined;
  /** What an agent or a recipe orders to read at once, by the file that orders it. Filled where budgets hold it. */
  readonly mustLoad: ReadonlyMap<string, readonly Source[]>;
  readonly countTokens: TokenCounter;
  /** Findings of the parsers. */
  readonly findings: readonly Diagnostic[];
  /** The text of every file that was read, by the name findings give it. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Where Codex finds a skill or an agent, and who sees it. Paths are relative to what was linted. */
export interface Scope {
  /** The directory that is scanned: `.agents/skills`, `recipes`. */
  readonly root: string;
  /** The directory from which on it is seen: a session in or below it has it. */
  readonly base: string;
  /**
   * `live`: Codex scans it as it lies here. `pack`: it is scanned once it is installed. `guess`: no place we know; the
   * files may be meant for another program.
   */
  readonly kind: "live" | "pack" | "guess";
}

/** Markdown that a model reads. */
export interface Prose {
  readonly kind: "skill" | "document" | "agent";
  readonly source: Source;
  readonly markdown: Markdown;
  /** The stretch of the file that is the prose. */
  readonly start: number;
  readonly end: number;
}

export interface Skill {
  /** The skill's name as Codex takes it: the front matter's, else the directory's. */
  readonly name: string;
  readonly path: string;
  readonly source: Source;
  readonly directory: string;
  readonly directoryName: string;
  readonly scope: Scope;
  /** Named `recipe-…` or kept under `recipes/`: an entry point that a person invokes. */
  readonly recipe: boolean;
  readonly byteOrderMark: boolean;
  /** Undefined when Codex cannot read the front matter. */
  readonly fields: SkillFields | undefined;
  /** What Codex had to repair to read the front matter as YAML. */
  readonly repaired: Diagnostic | undefined;
  /** The place of a field of the front matter, or of the block itself. */
  readonly fieldAt: (pointer: string, part?: "key" | "value") => Where;
  readonly body: Prose;
  /** The Markdown files beside SKILL.md. */
  readonly documents: readonly Prose[];
  readonly links: readonly Link[];
  readonly metadata: OpenaiYaml | undefined;
}

/** The front matter as an object, with name and description in the form in which Codex shows them. */
export interface SkillFields {
  readonly value: Readonly<Record<string, unknown>>;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

/** A relative link or a path in backticks, and what is there. */
export interface Link {
  readonly target: string;
  /** Its offset in the file, in UTF-16 units. */
  readonly start: number;
  readonly where: Where;
  /** The path it leads to, relative to what was linted. */
  readonly path: string;
  readonly leads: "there" | "nowhere" | "out-of-skill" | "out-of-pack";
}

/** `agents/openai.yaml` beside a SKILL.md. */
export interface OpenaiYaml {
  readonly source: Source;
  readonly parsed: Parsed;
  /** False when it lies under a name that Codex does not read, such as openai.yml. */
  readonly named: boolean;
  /** What Codex makes of it: a file with one wrong type counts as absent. */
  readonly implicit: boolean;
  /** Files it names that are not there, by pointer. */
  readonly missing: readonly string[];
}

export interface CustomAgent {
  /** The file's, else its table's; empty when neither has one. */
  readonly name: string;
  /** Where the name is given, or should be. */
  readonly nameAt: Where;
  readonly path: string;
  readonly source: Source;
  readonly scope: Scope;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fieldAt: (pointer: string, part?: "key" | "value") => Where;
  readonly instructions: Prose | undefined;
  /** The table that names this file. */
  readonly table: AgentTable | undefined;
}

/** An `[agents.<name>]` table of a `.codex/config.toml`. What its file does not say of the agent, the table may. */
export interface AgentTable {
  readonly name: string;
  readonly scope: Scope;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The place of a field, or, for "", of the table. */
  readonly fieldAt: (pointer: string, part?: "key" | "value") => Where;
  /** The path of its `config_file`, relative to what was linted; undefined without one that lies there. */
  readonly path: string | undefined;
  /** What its `config_file` leads to; undefined without one. */
  readonly leads: "file" | "directory" | "nowhere" | "out-of-pack" | undefined;
}

/** A `.codex/config.toml`. */
export interface SettingsFile {
  /** The directory above `.codex`: a session in or below it has these settings. */
  readonly base: string;
  readonly source: Source;
  readonly parsed: Parsed;
}

export interface PackContract {
  readonly source: Source;
  readonly parsed: Parsed;
  /** With what it extends, when it is a project's. */
  readonly contract: Contract;
  /** Agents this file itself writes, with their index under `/agents`. */
  readonly written: readonly { readonly name: string; readonly index: number }[];
  /** The schemas Baton ships, for a project's contract: they need not lie here. */
  readonly shippedSchemas: ReadonlyMap<string, unknown>;
}

export interface PackSchema {
  readonly agent: string;
  readonly source: Source;
  readonly parsed: Parsed;
  /** Absent when it does not compile. */
  readonly validate: ((value: unknown) => readonly SchemaError[]) | undefined;
  readonly compileError: SchemaFlaw | undefined;
}

export interface PackWorkflow {
  readonly source: Source;
  readonly parsed: Parsed;
  readonly flows: readonly Flow[];
}

/** Something in the tree that is not read, by Codex or by Baton. */
export interface Unread {
  readonly kind:
    | "symlinked-skill"
    | "symlink-outside"
    | "wrong-case"
    | "too-deep"
    | "markdown-agent"
    | "stray-agent"
    | "not-utf8"
    | "unreadable"
    | "too-large"
    | "too-many";
  readonly path: string;
  /** The name findings give it. */
  readonly file: string;
  readonly detail: string;
}
