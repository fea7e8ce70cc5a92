import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readUserConfig, replaceUserConfig } from "../../src/install/user-config-file.ts";

/** A CODEX_HOME and a project beside it. */
function makePlace(): { readonly home: string; readonly project: string; readonly config: string } {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "baton-config-")));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const [home, project] = [join(work, "codex"), join(work, "project")];
  for (const directory of [home, project]) mkdirSync(directory);
  return { home, project, config: join(home, "config.toml") };
}

test("it is replaced as a whole, with its permissions, and nothing is left beside it", async () => {
  const { home, project, config } = makePlace();
  writeFileSync(config, "a = 'ü'\r\n");
  chmodSync(config, 0o640);

  const file = readUserConfig(home, project);
  await replaceUserConfig(file, "a = 2\n");

  expect(file.text).toBe("a = 'ü'\r\n");
  expect(readFileSync(config, "utf8")).toBe("a = 2\n");
  expect(statSync(config).mode & 0o777).toBe(0o640);
  expect(readdirSync(home)).toEqual(["config.toml"]);
});

test("where there is none, nor a CODEX_HOME, it is made for its user alone", async () => {
  const { home, project, config } = makePlace();
  rmSync(home, { recursive: true });

  const file = readUserConfig(home, project);
  await replaceUserConfig(file, "a = 1\n");

  expect(file.text).toBeUndefined();
  expect(statSync(config).mode & 0o777).toBe(0o600);
});

test.each<[string, string | undefined]>([
  ["written", "a = 2\n"],
  ["removed", undefined],
])("what was %s by somebody else meanwhile is left as it is", async (_, text) => {
  const { home, project, config } = makePlace();
  writeFileSync(config, "a = 1\n");
  const file = readUserConfig(home, project);
  rmSync(config);
  if (text !== undefined) writeFileSync(config, text);

  await expect(replaceUserConfig(file, "a = 3\n")).rejects.toMatchObject({ code: "install/config-changed" });
  expect(readdirSync(home).map((name) => readFileSync(join(home, name), "utf8"))).toEqual(
    text === undefined ? [] : [text],
  );
});

test("what is no UTF-8 is not edited", () => {
  const { home, project, config } = makePlace();
  writeFileSync(config, Buffer.from([0x61, 0xff]));

  expect(() => readUserConfig(home, project)).toThrow(expect.objectContaining({ code: "install/config-unreadable" }));
});

describe.skipIf(process.platform === "win32")("a link", () => {
  test("to a file of the user's own is followed, and stays a link", async () => {
    const { home, project, config } = makePlace();
    const dotfile = join(home, "..", "dotfile.toml");
    writeFileSync(dotfile, "a = 1\n");
    symlinkSync("../dotfile.toml", config);

    await replaceUserConfig(readUserConfig(home, project), "a = 2\n");

    expect(lstatSync(config).isSymbolicLink()).toBe(true);
    expect(readFileSync(dotfile, "utf8")).toBe("a = 2\n");
  });

  test.each([
    ["into the project", "project/config.toml", "it is a link into the project, which would decide about itself"],
    ["to nowhere", "none.toml", "it is a link that leads nowhere"],
    ["to a directory", "codex", "it is no file"],
  ])("%s is refused", (_, target, message) => {
    const { home, project, config } = makePlace();
    writeFileSync(join(project, "config.toml"), "");
    symlinkSync(join(home, "..", target), config);

    expect(() => readUserConfig(home, project)).toThrow(
      expect.objectContaining({ code: "install/config-link", message }),
    );
  });

  test.skipIf(process.getuid?.() === 0)("to somebody else's file is refused", () => {
    const { home, project, config } = makePlace();
    symlinkSync("/etc/hosts", config);

    expect(() => readUserConfig(home, project)).toThrow("it is a link to somebody else's file");
  });
});
