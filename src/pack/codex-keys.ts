/** What Codex takes as a key's value: a kind, or one of these words. */
export type KeyForm = "text" | "boolean" | "integer" | "list" | "table" | "any" | readonly string[];

const group = (form: KeyForm, names: string): [string, KeyForm][] => names.split(/\s+/).map((name) => [name, form]);

/**
 * Every top-level key that Codex 0.169 accepts in a custom agent's TOML: the three of its own and those of config.toml.
 * Found out on the binary by giving each a value of the wrong kind.
 */
export const agentKeys: ReadonlyMap<string, KeyForm> = new Map<string, KeyForm>([
  ...group("text", "name description developer_instructions"),
  ...group("any", "nickname_candidates approval_policy forced_chatgpt_workspace_id"),
  ...group(
    "text",
    `apps_mcp_product_sku chatgpt_base_url compact_prompt default_permissions experimental_compact_prompt_file
    experimental_realtime_start_instructions experimental_realtime_webrtc_call_base_url
    experimental_realtime_ws_backend_prompt experimental_realtime_ws_base_url experimental_realtime_ws_model
    experimental_realtime_ws_startup_context experimental_thread_store_endpoint instructions js_repl_node_path log_dir
    mcp_oauth_callback_url model model_catalog_json model_instructions_file model_provider model_reasoning_effort
    openai_base_url oss_provider plan_mode_reasoning_effort profile review_model service_tier sqlite_home`,
  ),
  ...group(
    "boolean",
    `allow_login_shell allow_symlinked_codex_home check_for_update_on_startup daybreak disable_paste_burst
    experimental_use_unified_exec_tool hide_agent_reasoning include_apps_instructions
    include_collaboration_mode_instructions include_environment_context include_environment_context_time
    include_permissions_instructions show_raw_agent_reasoning suppress_unstable_features_warning`,
  ),
  ...group(
    "integer",
    `background_terminal_max_timeout mcp_oauth_callback_port mcp_optional_startup_grace_ms
    model_auto_compact_token_limit model_context_window model_post_turn_compact_threshold_percent
    project_doc_max_bytes thread_unload_delay_secs tool_output_token_limit`,
  ),
  ...group("list", "js_repl_node_module_dirs notify project_doc_fallback_filenames project_root_markers"),
  ...group(
    "table",
    `agents analytics apps audio auto_review browser_use cloud computer_use desktop experimental_thread_store features
    feedback ghost_snapshot goals history hooks marketplaces mcp_enterprise_managed_auth mcp_servers memories
    model_providers notice orchestrator otel permissions plugins profiles projects realtime responses_api_metadata
    sandbox_workspace_write shell_environment_policy skills tool_suggest tools tui windows`,
  ),
  ["approvals_reviewer", ["user", "auto_review", "guardian_subagent"]],
  ["cli_auth_credentials_store", ["file", "keyring", "auto", "ephemeral"]],
  ["file_opener", ["vscode", "vscode-insiders", "windsurf", "cursor", "none"]],
  ["forced_login_method", ["chatgpt", "api"]],
  ["mcp_oauth_credentials_store", ["auto", "file", "keyring"]],
  ["model_auto_compact_token_limit_scope", ["total", "body_after_prefix"]],
  ["model_reasoning_summary", ["auto", "concise", "detailed", "none"]],
  ["model_verbosity", ["low", "medium", "high"]],
  ["personality", ["none", "friendly", "pragmatic"]],
  ["sandbox_mode", ["read-only", "workspace-write", "danger-full-access"]],
  ["web_search", ["disabled", "cached", "indexed", "live"]],
]);

/** The words `approval_policy` may be; it may also be a table. */
export const approvalPolicies = ["untrusted", "on-failure", "on-request", "granular", "never"] as const;

/** Keys under `[agents]` that are settings; anything else there has to be an agent's table. */
export const agentsSettings: readonly string[] = [
  "default_subagent_model",
  "default_subagent_reasoning_effort",
  "enabled",
  "interrupt_message",
  "job_max_runtime_seconds",
  "max_concurrent_threads_per_session",
  "max_depth",
  "max_threads",
];

/** Keys under `[features.multi_agent_v2]`. */
export const multiAgentSettings: readonly string[] = [
  "default_wait_timeout_ms",
  "disable_direct_message",
  "disable_native_tools",
  "enabled",
  "expose_spawn_agent_model_overrides",
  "hide_spawn_agent_metadata",
  "max_concurrent_threads_per_session",
  "max_wait_timeout_ms",
  "message_board_in_memory",
  "message_board_remote",
  "min_wait_timeout_ms",
  "multi_agent_mode_hint_text",
  "non_code_mode_only",
  "preserve_fork_prefix",
  "root_agent_usage_hint_text",
  "subagent_developer_instructions",
  "subagent_usage_hint_text",
  "tool_namespace",
  "usage_hint_enabled",
  "usage_hint_text",
  "wait_agent_enabled",
];

/** Agents that Codex brings. */
export const builtInAgents: readonly string[] = ["default", "explorer", "worker"];

/** Skills that Codex brings. */
export const builtInSkills: readonly string[] = [
  "imagegen",
  "openai-docs",
  "review-agent",
  "skill-creator",
  "skill-installer",
];
