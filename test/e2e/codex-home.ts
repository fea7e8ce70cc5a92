import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** What Codex is set up with. */
export interface CodexHomeOptions {
  readonly modelServerUrl: string;
  /** Decides the tool generation: an unknown name is given the first, `gpt-6.1-sol` the second. Default `mock-model`. */
  readonly model?: string;
  /** Repository roots whose project configuration Codex reads. */
  readonly trusted?: readonly string[];
  readonly approval?: "never" | "on-request" | "untrusted";
  readonly sandbox?: "read-only" | "workspace-write" | "danger-full-access";
  /** More top-level lines of `config.toml`. */
  readonly settings?: string;
  /** More tables of `config.toml`, after all others. */
  readonly tables?: string;
}

/** A person's Codex set-up that shares nothing with the machine's. */
export interface CodexHome {
  /** `CODEX_HOME`. */
  readonly path: string;
  /** `HOME`, one above: no skill, agent or Git setting of the machine plays a part. */
  readonly userPath: string;
  /** The whole environment for Codex; `node` is the one that runs the tests. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Makes a set-up whose only model is the scripted server. Defaults: approval `never`, sandbox `danger-full-access`. */
export async function makeCodexHome(options: CodexHomeOptions): Promise<CodexHome> {
  const directory = await makeTemporaryDirectory("codex-home-");
  const userPath = directory.path;
  const path = join(userPath, ".codex");
  await mkdir(path);
  await writeFile(join(path, "config.toml"), renderConfig(options));
  // Codex runs commands in a login shell, where the machine's /etc/profile may have put PATH back.
  for (const profile of [".profile", ".zprofile"]) {
    await writeFile(join(userPath, profile), `export PATH='${dirname(process.execPath)}':"$PATH"\n`);
  }
  return { path, userPath, env: environment(userPath, path), remove: directory.remove };
}

function renderConfig(options: CodexHomeOptions): string {
  return [
    `model = ${toml(options.model ?? "mock-model")}`,
    `model_provider = "scripted"`,
    `approval_policy = ${toml(options.approval ?? "never")}`,
    `sandbox_mode = ${toml(options.sandbox ?? "danger-full-access")}`,
    `check_for_update_on_startup = false`,
    options.settings ?? "",
    `[analytics]`,
    `enabled = false`,
    `[model_providers.scripted]`,
    `name = "scripted"`,
    `base_url = ${toml(options.modelServerUrl)}`,
    `wire_api = "responses"`,
    `request_max_retries = 0`,
    `stream_max_retries = 0`,
    `supports_websockets = false`,
    ...(options.trusted ?? []).flatMap((root) => [`[projects.${toml(root)}]`, `trust_level = "trusted"`]),
    options.tables ?? "",
    "",
  ].join("\n");
}

/** A basic TOML string; JSON's escapes are valid there. */
function toml(text: string): string {
  return JSON.stringify(text);
}

const KEPT = ["SystemRoot", "ComSpec", "PATHEXT", "TEMP", "TMP", "TMPDIR", "LANG", "SHELL", "TERM"];

function environment(userPath: string, codexHome: string): Readonly<Record<string, string>> {
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
    HOME: userPath,
    USERPROFILE: userPath,
    CODEX_HOME: codexHome,
    RUST_LOG: "error",
  };
}
