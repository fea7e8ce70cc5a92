import type { CodexAnswers } from "../codex/codex-answers.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Manifest } from "../install/manifest.ts";
import type { Viewpoint } from "./shown-path.ts";

/** Everything the checks go by, gathered once. Absolute paths are as the system resolves them; `file` is the name findings give. */
export interface DoctorFacts {
  /** The running program's version. */
  readonly version: string;
  readonly place: PlaceFacts;
  readonly node: NodeFacts;
  /** Where `git` is, which a project's hook command calls. */
  readonly git: string | undefined;
  /** Where a project's hook command leads; undefined where it asks no git. */
  readonly start: HookStart | undefined;
  readonly codex: CodexFacts;
  /** How a person has switched Baton's hooks off here; undefined while they hold. */
  readonly switchedOff: HooksSwitchedOff | undefined;
  /** Undefined when nothing is installed, or the manifest cannot be followed. */
  readonly manifest: Manifest | undefined;
  /** The install in the other scope, the user's or a project's; undefined when there is none. */
  readonly otherInstall: OtherInstall | undefined;
  /** What is wrong with the manifest, and with the contract and schemas in force. */
  readonly problems: readonly Diagnostic[];
  readonly files: readonly InstalledFile[];
  readonly skills: readonly ExpectedSkill[];
  readonly agents: readonly ExpectedAgent[];
  readonly hooks: readonly ExpectedHook[];
  /** Events that this version holds and the install has wired no hook for. */
  readonly unwired: readonly string[];
  /** Whether the install put `[mcp_servers.baton]` into config.toml. */
  readonly server: boolean;
  /** Every other agent file that Codex scans from here. */
  readonly otherAgents: readonly AgentFile[];
}

export interface PlaceFacts {
  readonly scope: "project" | "user";
  /** The directory the install is in. */
  readonly root: string;
  readonly viewpoint: Viewpoint;
  /** The repository that Codex trusts or does not: of a linked work tree, the main one. */
  readonly trustRoot: string;
  readonly codexFolder: string;
  /** The hooks.json Codex reads: of a linked work tree, the main one's. */
  readonly hooksFile: FilePath;
  /** The user's `config.toml`, which holds trust. */
  readonly userConfig: FilePath;
  /** The `config.toml` of this install. */
  readonly config: FilePath;
  /** The main checkout, when this is a linked work tree of it. */
  readonly mainCheckout: string | undefined;
}

/** A person's switch. `at` and `who` are null for the environment's. */
export interface HooksSwitchedOff {
  readonly by: "environment" | "project" | "session";
  /** ISO 8601. */
  readonly at: string | null;
  readonly who: string | null;
}

export interface OtherInstall {
  readonly root: string;
  /** The name findings give its manifest. */
  readonly manifest: string;
  /** All that it has put somewhere, its hooks.json included; absolute, without links. */
  readonly paths: readonly string[];
}

export interface FilePath {
  readonly path: string;
  readonly file: string;
}

export interface NodeFacts {
  /** The `node` that a hook's shell finds. */
  readonly path: string | undefined;
  /** What it says of itself: `24.1.0`. */
  readonly version: string | undefined;
}

/** Where the command of a project's hooks leads in a session: to the installed program, to that of another root, or nowhere. */
export type HookStart =
  | { readonly leads: "here" }
  | { readonly leads: "elsewhere"; readonly root: string }
  /** `why` in git's own words. */
  | { readonly leads: "nowhere"; readonly why: string };

export type CodexFacts =
  | { readonly state: "missing" }
  | { readonly state: "silent"; readonly path: string; readonly version: string | undefined; readonly why: string }
  | { readonly state: "answered"; readonly path: string; readonly answers: CodexAnswers };

/** A file of the manifest. */
export interface InstalledFile {
  readonly target: string;
  readonly file: string;
  readonly state: "as-installed" | "edited" | "missing" | "unreadable" | "yours";
  /** Why it does not parse, after an edit. */
  readonly broken: readonly Diagnostic[];
}

/** A skill that the pack counts on under this name. */
export interface ExpectedSkill extends FilePath {
  readonly name: string;
  readonly there: boolean;
  /** Whether it belongs into the list every session gets. */
  readonly listed: boolean;
}

/** An agent that the pack spawns by this name. */
export interface ExpectedAgent extends FilePath {
  readonly name: string;
  readonly there: boolean;
  /** What the file itself says; undefined when it does not parse. */
  readonly says: { readonly name: string; readonly description: string } | undefined;
  /** Undefined when it cannot be read. */
  readonly text: string | undefined;
}

export interface AgentFile extends FilePath {
  readonly name: string;
  readonly description: string;
  /** Whether Codex prefers it to the pack's of the same name: it lies nearer, or first in the same directory. */
  readonly preferred: boolean;
}

/** A command of the install's in hooks.json. */
export interface ExpectedHook {
  /** As hooks.json spells it: `SubagentStop`. */
  readonly event: string;
  readonly command: string;
  readonly commandWindows?: string;
}
