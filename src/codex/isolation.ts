import { withShellPath } from "./shell-path.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The name of the model provider that a probe talks to. */
const provider = "baton_doctor";

/** A model of Codex's second tool generation: its first request names every role, whatever the features say. */
const model = "gpt-6.1-sol";

const off = [
  "features.plugins", // would fetch them from GitHub
  "features.apps",
  "features.memories",
  "features.shell_snapshot", // would run the user's login shell
  "analytics.enabled",
  "check_for_update_on_startup",
];

/** What keeps an app-server to itself: no network, no program of the user's, no file outside `scratch`. */
export function isolatedArguments(scratch: string): string[] {
  const settings = [
    ...off.map((key) => `${key}=false`),
    "notify=[]",
    'history.persistence="none"',
    'cli_auth_credentials_store="file"',
    'mcp_oauth_credentials_store="file"',
    'otel.exporter="none"',
    'otel.trace_exporter="none"',
    'otel.metrics_exporter="none"',
    `sqlite_home=${scratch}`,
    `log_dir=${scratch}`,
  ];
  return settings.flatMap((setting) => ["-c", setting]);
}

/** Credentials, and settings of another Codex this one may have been started by. */
const withheld = /^(OPENAI_|CODEX_|AZURE_OPENAI_|(ALL|HTTP|HTTPS|NO)_PROXY$|RUST_LOG$)/i;

/** Codex's environment: the user's shell's, without credentials. Calls to anywhere but this machine end at a closed port. */
export function isolatedEnvironment(env: Environment, codexHome: string): Environment {
  const kept = Object.entries(withShellPath(env)).filter(([name]) => !withheld.test(name));
  return {
    ...Object.fromEntries(kept),
    CODEX_HOME: codexHome,
    HTTPS_PROXY: "http://127.0.0.1:9",
    NO_PROXY: "127.0.0.1,localhost",
    RUST_LOG: "error",
    // Codex asks Git for the state of the work tree, and Git would refresh its index on the way.
    GIT_OPTIONAL_LOCKS: "0",
  };
}

/**
 * The parameters of a thread that leaves nothing behind: hooks off, and only the named MCP server started.
 * @param modelUrl where its requests would go
 * @param servers every MCP server that is configured
 */
export function isolatedThread(cwd: string, modelUrl: string, servers: readonly string[], started?: string): object {
  const others = servers.filter((name) => name !== started).map((name) => [name, { enabled: false }]);
  const config = {
    [`model_providers.${provider}`]: {
      name: provider,
      base_url: modelUrl,
      wire_api: "responses",
      request_max_retries: 0,
      stream_max_retries: 0,
      supports_websockets: false,
    },
    "features.hooks": false,
    mcp_servers: Object.fromEntries(others),
  };
  return {
    cwd,
    ephemeral: true,
    model,
    modelProvider: provider,
    approvalPolicy: "never",
    sandbox: "read-only",
    config,
  };
}
