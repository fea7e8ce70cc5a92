import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { mirrorHome } from "../../src/codex/home-mirror.ts";
import { isolatedEnvironment, isolatedThread } from "../../src/codex/isolation.ts";
import { withShellPath } from "../../src/codex/shell-path.ts";

function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), "isolation-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("credentials, proxies and another Codex's settings do not get into the environment", () => {
  const env = {
    ...{ PATH: "/bin", HOME: "/h", OPENAI_API_KEY: "s", CODEX_API_KEY: "s", CODEX_THREAD_ID: "t" },
    ...{ http_proxy: "http://far", ALL_PROXY: "http://far", no_proxy: "x" },
  };

  expect(isolatedEnvironment(env, "/m")).toEqual({
    PATH: "/bin",
    HOME: "/h",
    CODEX_HOME: "/m",
    HTTPS_PROXY: "http://127.0.0.1:9",
    NO_PROXY: "127.0.0.1,localhost",
    RUST_LOG: "error",
    GIT_OPTIONAL_LOCKS: "0",
  });
});

test("a thread starts the one server it is for, and no hook", () => {
  const thread = isolatedThread("/p", "http://127.0.0.1:1/x", ["a.b", "baton"], "baton");

  expect(thread).toMatchObject({
    ephemeral: true,
    config: { "features.hooks": false, mcp_servers: { "a.b": { enabled: false } } },
  });
  expect(JSON.stringify(thread)).not.toContain('"baton"');
});

test("directories that npm puts first on PATH are taken away, the project's own later ones are not", () => {
  const path = ["/p/node_modules/.bin", "/npm/node-gyp-bin", "/usr/bin", "/q/node_modules/.bin"];
  const env = { PATH: path.join(delimiter), npm_execpath: "/npm" };

  expect(withShellPath(env)["PATH"]).toBe(path.slice(2).join(delimiter));
  expect(withShellPath({ PATH: env.PATH })["PATH"]).toBe(env.PATH);
});

test("the stand-in for the home has configuration, agents and skills, and nothing else", () => {
  const home = temporary();
  for (const name of ["agents", "skills/own", "skills/.system", "sessions"])
    mkdirSync(join(home, name), { recursive: true });
  const key = JSON.stringify(join(home, "hooks.json:stop:0:0"));
  writeFileSync(join(home, "config.toml"), `[hooks.state.${key}]\n[projects.${JSON.stringify(home)}]\n`);
  for (const name of ["auth.json", "hooks.json", "state_5.sqlite"]) writeFileSync(join(home, name), "{}");

  const mirror = mirrorHome(home);
  onTestFinished(mirror.remove);

  expect(readdirSync(mirror.path).sort()).toEqual(["agents", "config.toml", "hooks.json", "skills"]);
  expect(readdirSync(join(mirror.path, "skills"))).toEqual(["own"]);
  expect(readFileSync(join(mirror.path, "config.toml"), "utf8")).toBe(
    `[hooks.state.${JSON.stringify(join(mirror.path, "hooks.json:stop:0:0"))}]\n[projects.${JSON.stringify(home)}]\n`,
  );
  expect(mirror.toReal(`${mirror.path}/hooks.json`)).toBe(`${home}/hooks.json`);
  expect(statSync(join(mirror.path, "config.toml")).mode & 0o077).toBe(0);
});

test("a home that is not there yet, or holds broken links, is mirrored as far as it goes", () => {
  const home = temporary();
  mkdirSync(join(home, "skills"));
  symlinkSync("/nowhere", join(home, "skills/gone"));
  symlinkSync("/nowhere", join(home, "agents"));

  for (const path of [home, join(home, "none")]) {
    const mirror = mirrorHome(path);
    expect(readdirSync(mirror.path)).toEqual(["skills"]);
    mirror.remove();
    expect(() => statSync(mirror.path)).toThrow("ENOENT");
  }
});
