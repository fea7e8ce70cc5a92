import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, chmod, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { allFiles } from "./all-files.ts";
import { setUpDoctor, write } from "./doctor-bench.ts";
import { codexProgram, runDoctor } from "./doctor-run.ts";
import { batonProgram, runBaton } from "./install-baton.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";
import { trustHooks } from "./trust-hooks.ts";
import { say } from "./turn-items.ts";
import { setUpWorkbench } from "./workbench.ts";

/** A proxy that notes what it is asked for and gives nothing. */
async function startProxy(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function emptyDirectory(): Promise<string> {
  const directory = await makeTemporaryDirectory("doctor-");
  onTestFinished(() => directory.remove());
  return directory.path;
}

describe("what baton doctor leaves alone", { timeout: 60_000 }, () => {
  test("no byte changes, no program of the user's runs, no request leaves the machine", async () => {
    const { bench, root, config, doctor } = await setUpDoctor();
    const scratch = await emptyDirectory();
    const proxy = await startProxy();
    const trace = join(scratch, "ran");
    const touch = `${process.execPath} -e "require('fs').appendFileSync('${trace}', 'x')"`;
    await write(
      join(bench.home.path, "hooks.json"),
      JSON.stringify({
        hooks: {
          SessionStart: [{ hooks: [{ type: "command", command: touch }] }],
          UserPromptSubmit: [{ hooks: [{ type: "command", command: touch }] }],
        },
      }),
    );
    const server = await bench.appServer();
    const { data } = (await server.call("hooks/list", { cwds: [root] })) as {
      data: { hooks: { key: string; currentHash: string }[] }[];
    };
    await server.close();
    const hooks = data.flatMap((entry) => entry.hooks).filter(({ key }) => key.includes(bench.home.path));
    const lines = hooks.map(
      ({ key, currentHash }) => `[hooks.state.${JSON.stringify(key)}]\ntrusted_hash = "${currentHash}"`,
    );
    const program = ["-e", `require("fs").appendFileSync(${JSON.stringify(trace)}, "x")`];
    const other = `[mcp_servers.other]\ncommand = "node"\nargs = ${JSON.stringify(program)}`;
    await appendFile(config, [...lines, other, ""].join("\n"));
    await writeFile(config, `notify = ${JSON.stringify(["node", ...program])}\n${await readFile(config, "utf8")}`);
    await write(join(bench.home.path, "auth.json"), '{"OPENAI_API_KEY": "sk-secret"}');
    const temporary = await emptyDirectory();
    // Git would note the new time in its index, if it were asked for the state of the tree as usual.
    await utimes(join(root, "README.md"), new Date(0), new Date(0));
    const before = allFiles(root, bench.home.userPath);

    const env = { ...bench.home.env, TMPDIR: temporary, OPENAI_API_KEY: "sk-secret" };
    const proxies = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, ALL_PROXY: proxy.url };
    const run = await runDoctor(root, { ...env, ...proxies });

    expect(hooks).toHaveLength(2);
    expect(run).toMatchObject({ status: 0, found: [] });
    expect(allFiles(root, bench.home.userPath)).toEqual(before);
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(scratch)).toEqual([]);
    expect(proxy.asked).toEqual([]);
    expect(bench.model.requests).toEqual([]);
    expect((await doctor()).status).toBe(0);
  });

  test("a home with sessions in it stays as it is", async () => {
    const bench = await setUpWorkbench({ script: [{ name: "root", when: { role: "root" }, turns: [say("done")] }] });
    const { root } = bench.repository;
    await runBaton(root, bench.home.env, "install", "--yes");
    await bench.exec("Start");
    const before = allFiles(root, bench.home.userPath);

    await runDoctor(root, bench.home.env);

    expect(allFiles(root, bench.home.userPath)).toEqual(before);
    expect(Object.keys(before).some((path) => path.endsWith(".jsonl"))).toBe(true);
  });
});

describe("where baton doctor works", { timeout: 60_000 }, () => {
  test("without Codex it checks files, and says what it could not check", async () => {
    const { bench, root } = await setUpDoctor();
    const env = { ...bench.home.env, PATH: [dirname(process.execPath), "/usr/bin", "/bin"].join(":") };

    const sound = await runDoctor(root, env, []);
    await rm(join(root, ".agents/skills/testing/SKILL.md"));
    await appendFile(join(root, ".codex/agents/code-verifier.toml"), "= broken\n");
    await writeFile(join(root, ".baton/schemas/work-planner.schema.json"), '{"type": "nothing"}\n');
    const broken = await runDoctor(root, env, []);

    expect(sound).toMatchObject({ status: 0, found: ["warning codex/not-found codex"] });
    expect(sound.areas.filter((area) => area.endsWith("skipped"))).toHaveLength(6);
    expect(broken.status).toBe(1);
    expect(broken.found).toEqual([
      "warning codex/not-found codex",
      "error contract/schema-invalid .baton/schemas/work-planner.schema.json",
      "error codex/file-missing .agents/skills/testing/SKILL.md",
      "error parse/toml .codex/agents/code-verifier.toml",
    ]);
  });

  test("in a linked work tree it looks for hooks where Codex does: in the main checkout", async () => {
    const { bench, root, doctor } = await setUpDoctor();
    await bench.repository.git("add", "--all");
    await bench.repository.git("commit", "--quiet", "--message", "Install Baton");
    const tree = join(await emptyDirectory(), "tree");
    await bench.repository.git("worktree", "add", "--quiet", tree);

    const sound = await doctor(tree);
    await rm(join(root, ".codex/hooks.json"));
    const without = await doctor(tree);

    expect(sound).toMatchObject({ status: 0, found: [] });
    expect(without).toMatchObject({ status: 1, found: [`error codex/hook-missing ${root}/.codex/hooks.json`] });
    expect(without.hint).toContain(`run baton install in ${root}`);
  });

  test("an install for the user is proven in any repository, and an install in both places is doubled", async () => {
    const bench = await setUpWorkbench({ script: [] });
    const { root } = bench.repository;
    const user = ["--user", "--codex", codexProgram];
    await runBaton(root, bench.home.env, "install", "--yes", "--user");

    const fresh = await runDoctor(root, bench.home.env, user);
    await trustHooks(bench);
    const trusted = await runDoctor(root, bench.home.env, user);
    const { hint } = await runDoctor(root, bench.home.env);
    await runBaton(root, bench.home.env, "install", "--yes");
    const both = await runDoctor(root, bench.home.env);

    expect(fresh.found).toEqual([`warning codex/hook-untrusted ${bench.home.path}/hooks.json`]);
    expect(trusted).toMatchObject({ status: 0, found: [] });
    expect(hint).toBe("baton install; baton doctor --user looks at the install in your home");
    expect(both.status).toBe(1);
    expect(both.found).toEqual([
      "warning codex/hook-untrusted .codex/hooks.json",
      `error codex/installed-twice ${bench.home.path}/baton/manifest.json`,
    ]);
  });

  test("where nothing is installed it says so", async () => {
    const bench = await setUpWorkbench({ script: [] });

    const run = await runDoctor(bench.repository.root, bench.home.env);

    expect(run).toMatchObject({ status: 1, found: ["error install/not-installed .baton/manifest.json"] });
    expect(run.hint).toBe("baton install");
  });
});

describe("a Codex that hangs", { timeout: 60_000 }, () => {
  test("is ended with the doctor when a person interrupts", async () => {
    const bench = await setUpWorkbench({ script: [] });
    const scratch = await emptyDirectory();
    const codex = join(scratch, "codex");
    const beats = join(scratch, "beats");
    await writeFile(codex, `#!/bin/sh\n(while :; do echo . >> ${beats}; sleep 0.02; done) &\nwait\n`);
    await chmod(codex, 0o755);

    const doctor = spawn(process.execPath, [batonProgram, "doctor", "--codex", codex], {
      cwd: bench.repository.root,
      env: { ...bench.home.env, TMPDIR: scratch },
    });
    while (!(await readdir(scratch)).includes("beats")) await sleep(20);
    doctor.kill("SIGINT");
    const [[status], said] = await Promise.all([once(doctor, "exit"), text(doctor.stderr)]);
    const atExit = await readFile(beats, "utf8");
    await sleep(300);

    expect(status).toBe(3);
    expect(said).toContain("cli/interrupted");
    expect(await readFile(beats, "utf8")).toBe(atExit);
    expect((await readdir(scratch)).sort()).toEqual(["beats", "codex"]);
  });
});
