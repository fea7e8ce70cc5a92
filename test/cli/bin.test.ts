import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { version } from "../../src/cli/version.ts";

const program = join(import.meta.dirname, "../../src/cli/bin.ts");

/** Starts the program as a process of its own, fed piece by piece. */
async function started(words: readonly string[], pieces: readonly (string | Buffer)[], closeOutput = false) {
  const child = spawn(process.execPath, [program, ...words]);
  const printed = { out: "", err: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.err += text));
  if (closeOutput) child.stdout.destroy();
  else child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  for (const piece of pieces) {
    child.stdin.write(piece);
    await sleep(150);
  }
  child.stdin.end();
  return { status: await ended, ...printed };
}

test("an answer that comes in pieces, cut inside a character, is read to its end", async () => {
  const answer = Buffer.from('{"status": "approved", "note": "\u{1F600}"}');
  const inside = answer.length - 4;
  const { status, out, err } = await started(
    ["validate", "--stdin", "--agent", "quality-fixer", "--json"],
    [answer.subarray(0, inside), answer.subarray(inside)],
  );
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ answers: [{ answer: { note: "\u{1F600}" } }] });
});

test("an answer in another encoding is refused, not guessed at", async () => {
  const answer = Buffer.from('{"status": "approved", "note": "gr\u00FCn"}', "latin1");
  const { status, out, err } = await started(["validate", "--stdin", "--agent", "quality-fixer"], [answer]);
  expect({ status, out }).toEqual({ status: 3, out: "" });
  expect(err).toContain("<stdin>: error: this is not UTF-8 [parse/not-utf8]\n  hint: save it as UTF-8");
});

test("more than a pipe holds is read and printed whole", async () => {
  const answer = JSON.stringify({ status: "approved", note: "x".repeat(300_000) });
  const { status, out } = await started(["validate", "--stdin", "--agent", "quality-fixer", "--json"], [answer]);
  expect(status).toBe(0);
  expect(out).toContain("x".repeat(300_000));
});

test("the exit status is the command's", async () => {
  expect(await started(["validate"], [])).toMatchObject({ status: 2, out: "" });
  expect(await started(["validate", "none.json"], [])).toMatchObject({ status: 3, out: "" });
  expect(await started(["--version"], [])).toEqual({ status: 0, out: `${version}\n`, err: "" });
});

test("a reader that has gone away ends the program quietly", async () => {
  expect(await started(["explain"], [], true)).toMatchObject({ status: 0, err: "" });
});

describe.skipIf(process.platform === "win32")("in a directory that was removed", () => {
  /** Runs the program in one, as a shell that still stands in it would. */
  function ranInGone(...words: readonly string[]) {
    const script = 'dir=$(mktemp -d) && cd "$dir" && rmdir "$dir" && "$0" "$@"';
    const options = { cwd: tmpdir(), encoding: "utf8", input: "{}" } as const;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script, process.execPath, program, ...words], options);
    return { status, out: stdout, err: stderr };
  }

  test("a command says that it is gone, and ends with 3", () => {
    expect(ranInGone("status")).toEqual({
      status: 3,
      out: "",
      err: "baton: error: the current directory is gone [cli/directory-gone]\n  hint: change to a directory that is there, and call it again\n",
    });
  });

  test("what needs no directory works", () => {
    expect(ranInGone("explain", "cli/usage")).toMatchObject({ status: 0, err: "" });
  });

  test("a hook says nothing, and Codex goes on", () => {
    expect(ranInGone("hook", "Stop")).toEqual({ status: 0, out: "", err: "" });
  });
});

describe.skipIf(!existsSync("/dev/full"))("where standard output takes nothing", () => {
  function ranInto(...words: readonly string[]) {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
      ...{ encoding: "utf8", input: "garbage", cwd: import.meta.dirname },
      stdio: ["pipe", full, "pipe"],
    });
    closeSync(full);
    return { status, err: stderr };
  }

  test.each([[["list"]], [["list", "--json"]], [["--version"]]])("%j says so, and ends with 3", (words) => {
    expect(ranInto(...words)).toEqual({
      status: 3,
      err: "baton: error: standard output cannot be written: the disk is full (ENOSPC) [cli/output-refused]\n  hint: what was printed is not whole; clear the cause, and call it again\n",
    });
  });

  test("a program whose standard error takes nothing either ends with its status all the same", () => {
    const script = '"$0" "$@" > /dev/full 2> /dev/full';
    expect(spawnSync("sh", ["-c", script, process.execPath, program, "list"])).toMatchObject({ status: 3 });
  });
});
