import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
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
