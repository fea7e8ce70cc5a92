import { makeCodexHome } from "../test/e2e/codex-home.ts";
import { runBaton } from "../test/e2e/install-baton.ts";
import { startModelServer } from "../test/e2e/model-server.ts";
import { mediumFlowWithProse, mediumMessages } from "../test/e2e/plays/medium-flow.ts";
import { sessionProject } from "../test/e2e/plays/session-expiry.ts";
import { codexExec, codexResume, runCodex } from "../test/e2e/run-codex.ts";
import { makeTemporaryRepository } from "../test/e2e/temporary-repository.ts";
import { Storyteller } from "./demo/storyteller.ts";

// Shows a whole medium flow to a person: a temporary repository, the real Codex, a scripted model on the loopback.
const startedAt = performance.now();
const bold = (text: string): string => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text);
const print = (line = ""): void => console.log(line);

const model = await startModelServer(mediumFlowWithProse);
const repository = await makeTemporaryRepository({ files: sessionProject });
const home = await makeCodexHome({ modelServerUrl: model.url, model: "gpt-6.1-sol", trusted: [repository.root] });
const place = { home, cwd: repository.root };
try {
  const { stdout: codexVersion } = await runCodex(["--version"], place);
  print(
    `${bold("Baton demo")}: a temporary repository, the real ${codexVersion.trim()}, a model that plays a script on the loopback.`,
  );
  print("No account, no key, no network. The model's words are scripted; everything else happens.\n");

  print(bold("$ npx codex-baton install"));
  print(indent(await runBaton(repository.root, home.env, "install", "--yes")));
  print(bold("$ git add --all && git commit --message 'Install Baton'"));
  await repository.git("add", "--all");
  await repository.git("commit", "--quiet", "--message", "Install Baton");
  print(bold("$ npx codex-baton trust --yes"));
  print(indent(await runBaton(repository.root, home.env, "trust", "--yes")));
  print(bold("$ npx codex-baton doctor"));
  print(indent(await runBaton(repository.root, home.env, "doctor")));

  const story = new Storyteller(model, print);
  const watching = setInterval(() => story.catchUp(), 100);
  let threadId = "";
  for (const [turn, message] of mediumMessages.entries()) {
    print(`\n${bold(`The person writes: ${message}`)}`);
    const run = await (turn === 0
      ? codexExec({ ...place, prompt: message })
      : codexResume(threadId, { ...place, prompt: message }));
    story.catchUp();
    if (run.exitCode !== 0) throw new Error(`codex ended with ${run.exitCode}\n${run.stderr}`);
    threadId ||= run.threadId;
    print(
      `${turn < mediumMessages.length - 1 ? bold("  Codex stops and says: ") : bold("  Codex reports: ")}${run.lastMessage}`,
    );
  }
  clearInterval(watching);
  for (const problem of model.problems) throw new Error(problem);

  print(`\n${bold("$ git log --oneline")}`);
  print(indent(await repository.git("log", "--oneline")));
  print(`\n${bold("$ npm test")} (what the subagents wrote)`);
  print(
    indent(await repository.git("-c", "alias.run=!npm test --silent 2>&1 | grep -E '^(.?) (tests|pass|fail)'", "run")),
  );
  print(`\n${bold("$ npx codex-baton run get <run>")} (what the hooks kept of it)`);
  const list = await runBaton(repository.root, home.env, "run", "list", "--include-ended", "--json");
  const [run] = (JSON.parse(list) as { runs: readonly { run_id: string }[] }).runs;
  print(indent(await runBaton(repository.root, home.env, "run", "get", run?.run_id ?? "")));
  print(`\n${bold("$ npx codex-baton audit --last")} (whether it kept to the recipe)`);
  print(indent(await runBaton(repository.root, home.env, "audit", "--last")));
  print(
    `\n${model.requests.length} requests to the model, ${((performance.now() - startedAt) / 1000).toFixed(1)} s. In your repository: npx codex-baton install`,
  );
} finally {
  await Promise.all([model.close(), repository.remove(), home.remove()]);
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, "  ");
}
