import { onTestFinished } from "vitest";
import { type AppServer, startAppServer } from "./app-server.ts";
import { type CodexHome, type CodexHomeOptions, makeCodexHome } from "./codex-home.ts";
import type { ModelScript } from "./model-script.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";
import { type CodexRun, codexExec, codexResume } from "./run-codex.ts";
import {
  makeTemporaryRepository,
  type TemporaryRepository,
  type TemporaryRepositoryOptions,
} from "./temporary-repository.ts";

/** A repository, a Codex that trusts it and a model that plays a script. */
export interface Workbench {
  readonly repository: TemporaryRepository;
  readonly home: CodexHome;
  readonly model: ModelServer;
  /** `codex exec` in the repository's root. */
  exec(prompt: string, ...args: readonly string[]): Promise<CodexRun>;
  /** `codex exec resume` in the repository's root. */
  resume(threadId: string, prompt: string, ...args: readonly string[]): Promise<CodexRun>;
  /** `codex app-server` in the repository's root. */
  appServer(): Promise<AppServer>;
}

/** Sets a workbench up for the running test and clears it away when the test ends, however it ends. */
export async function setUpWorkbench(
  options: { readonly script: ModelScript } & TemporaryRepositoryOptions &
    Omit<CodexHomeOptions, "modelServerUrl" | "trusted">,
): Promise<Workbench> {
  const model = await startModelServer(options.script);
  onTestFinished(() => model.close());
  const repository = await makeTemporaryRepository(options);
  onTestFinished(() => repository.remove());
  const home = await makeCodexHome({
    ...options,
    modelServerUrl: model.url,
    trusted: [repository.root],
  });
  onTestFinished(() => home.remove());
  const place = { home, cwd: repository.root };
  return {
    repository,
    home,
    model,
    exec: (prompt, ...args) => codexExec({ ...place, prompt, args }),
    resume: (threadId, prompt, ...args) => codexResume(threadId, { ...place, prompt, args }),
    appServer: async () => {
      const server = await startAppServer(place);
      onTestFinished(() => server.close());
      return server;
    },
  };
}
