import type { Diagnostic } from "../core/diagnostic.ts";
import type { Additions, Kept } from "./config/edit.ts";

/** What planning a configuration file's edit says. */
export interface SettingEdit {
  /** The whole text after the edit; undefined when there is to be no file. */
  readonly after: string | undefined;
  /** Why something stays as the user has it. */
  readonly kept?: Kept;
  /** What of the user's stands among ours: it stays at an update; at a removal only comments do. */
  readonly additions?: Additions;
  /** What of ours the file holds afterwards, as JSON for the manifest; absent when nothing in it is ours. */
  readonly record?: unknown;
  /** Why Codex would not read the file as it stands, apart from what is edited. */
  readonly findings?: readonly Diagnostic[];
}

/**
 * A configuration file of the user's that gets settings of ours: edited, never replaced. Its functions are pure; they
 * are asynchronous because the parsers are only loaded where there is a file to parse.
 */
export interface Setting {
  readonly target: string;
  /** How findings name it. */
  readonly file: string;
  /** What of the user's may have the name of ours, in a few words. */
  readonly namesake: string;
  /**
   * Puts our settings in, beside what is there.
   * @param record what the last install put in, as its manifest has it
   * @throws Failure install/config-…
   */
  readonly plan: (current: string | undefined, record: unknown) => Promise<SettingEdit>;
  /**
   * Puts our settings in as they are to be, over whatever the user made of them or has under their name; all else stays.
   * @param record what the last install put in
   * @throws Failure install/config-…
   */
  readonly take: (current: string | undefined, record: unknown) => Promise<SettingEdit>;
  /** Takes them out again, to the byte. @throws Failure install/config-unreadable */
  readonly remove: (current: string | undefined, record: unknown) => Promise<SettingEdit>;
}
