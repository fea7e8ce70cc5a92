import type { Diagnostic } from "../core/diagnostic.ts";
import type { Content } from "./content.ts";
import type { Manifest } from "./manifest.ts";

/** What happens to one target, in a word. The last five leave what is the user's as it is. */
export type ActionKind =
  | "create"
  | "replace"
  | "merge"
  | "move"
  | "take"
  | "restore"
  | "edit"
  | "delete"
  | "adopt"
  | "current"
  | "keep"
  | "conflict"
  | "blocked";

/** One line of a plan, for people and for `--json`. */
export interface Action {
  readonly kind: ActionKind;
  readonly target: string;
  /** Why, in the user's words. */
  readonly reason: string;
  /** Another path that matters: where it comes from, the backup, the copy with both versions. */
  readonly beside?: string;
}

/** `backup` is written before `target`, `target` before `record`: after a crash in between, nothing is guessed. */
export type Stage = "backup" | "target" | "record";

/** Puts a file in place of `over` (undefined: of nothing), or fails when something else has come to stand there. */
export interface WriteEffect {
  readonly do: "write";
  readonly stage: Stage;
  readonly path: string;
  readonly content: Content;
  readonly over: Content | undefined;
  /** Permission bits; undefined for the usual ones. */
  readonly mode: number | undefined;
}

/** Puts a copy of a file of the package where nothing stands, or fails when something has come to. */
export interface CopyEffect {
  readonly do: "copy";
  readonly stage: "target";
  readonly path: string;
  /** The package's file, absolute. */
  readonly from: string;
  /** How many bytes that has. */
  readonly size: number;
  readonly over: undefined;
}

/** Removes a file as long as it is `over`. */
export interface RemoveEffect {
  readonly do: "remove";
  readonly stage: Stage;
  readonly path: string;
  readonly over: Content;
}

export type Effect = WriteEffect | CopyEffect | RemoveEffect;

/** Everything an install, an update or an uninstall is going to do: data, decided before the first byte is written. */
export interface Plan {
  readonly actions: readonly Action[];
  /** What is wrong with the user's files beside that. */
  readonly findings: readonly Diagnostic[];
  readonly effects: readonly Effect[];
  /** Directories to make, those above first. */
  readonly makes: readonly string[];
  /** Directories to remove where nothing is left in them, those below first. */
  readonly leaves: readonly string[];
  /** The manifest while it happens; undefined when nothing is to be done. */
  readonly pending: Manifest | undefined;
  /** The manifest afterwards; undefined when there is to be none. */
  readonly final: Manifest | undefined;
}

/** Actions of one kind. */
export function actionsOf(plan: Pick<Plan, "actions">, ...kinds: readonly ActionKind[]): readonly Action[] {
  return plan.actions.filter((action) => kinds.includes(action.kind));
}
