import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { patienceMs } from "./support/sizes.ts";
import { type Said, startWorker } from "./support/start-worker.ts";
import { atDesk, newStoreFile } from "./support/store-of.ts";

const posix = process.platform !== "win32";
const root = process.getuid?.() === 0;
/** Permissions do not hold root back, so a worker of root's is somebody else. */
const nobody = root ? { uid: 65_534 } : {};

/** What must hold when a loop that counts ran into a limit: all that it said is there, and it can go on afterwards. */
async function countedUntilRefused(
  file: string,
  runId: string,
  said: readonly Said[],
  codes: readonly string[],
): Promise<void> {
  const refused = said.at(-1)?.refused;
  expect(codes).toContain(refused?.code);
  expect(refused?.hint).toMatch(/run it again/);
  const counted = said.flatMap(({ n }) => n ?? []);
  expect(counted.length).toBeGreaterThan(0);
  await atDesk(file, async (desk) => {
    expect(await desk.context.store.verify()).toEqual([]);
    const { run } = await desk.get(runId);
    expect(run.state).toEqual({ n: counted.length });
    expect(run.revision).toBe(1 + counted.length);
    await desk.update(runId, { state: { n: counted.length + 1 }, summary: "went on" });
  });
}

test.runIf(posix)(
  "a limit on the size of files: what was acknowledged is there, and the error says what to do",
  async () => {
    const file = newStoreFile();
    const runId = await atDesk(file, (desk) => desk.open());
    const words = ["-c", 'ulimit -f 600; exec "$@"', "sh"];
    const said = await startWorker(file, ["count", runId], { command: "sh", words }).over;
    await countedUntilRefused(file, runId, said, ["run/disk-error", "run/disk-full"]);
  },
  patienceMs,
);

/** A small disk, where this user may mount one, and what takes it away again. */
function mountTmpfs(size: string): { readonly directory: string; readonly unmount: () => void } | undefined {
  const directory = mkdtempSync(join(tmpdir(), "baton-full-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", directory]);
  const unmount = (): void => {
    if (status === 0) execFileSync("umount", [directory]);
    rmdirSync(directory);
  };
  if (status === 0) return { directory, unmount };
  unmount();
  return undefined;
}

/** A small disk for one test. */
function smallDisk(size: string): string {
  const disk = mountTmpfs(size);
  if (disk === undefined) throw new Error("no disk can be mounted any more");
  onTestFinished(disk.unmount);
  return disk.directory;
}

const probe = posix && root ? mountTmpfs("64k") : undefined;
probe?.unmount();
const canMount = probe !== undefined;

test.runIf(canMount)(
  "a full disk: what was acknowledged is there, and the error says what to do",
  async () => {
    const directory = smallDisk("1m");
    const file = join(directory, "runs.db");
    const runId = await atDesk(file, (desk) => desk.open());
    execFileSync("dd", ["if=/dev/zero", `of=${directory}/ballast`, "bs=1k", "count=300"], { stdio: "ignore" });
    const said = await startWorker(file, ["count", runId]).over;
    rmSync(join(directory, "ballast"));
    await countedUntilRefused(file, runId, said, ["run/disk-full"]);
  },
  patienceMs,
);

test.runIf(canMount)("a disk without room for a store: it is said, and nothing half made is left", async () => {
  const directory = smallDisk("16k");
  const [said] = await startWorker(join(directory, "runs.db"), ["create"]).over;
  expect(["run/disk-full", "run/disk-error"]).toContain(said?.refused?.code);
  expect(said?.refused?.hint).toContain("run it again");
  expect(execFileSync("ls", [directory], { encoding: "utf8" })).not.toContain("runs.db");
});

test.runIf(posix)(
  "a directory that may not be written: making and writing a store are refused with what to do",
  async () => {
    const directory = join(newStoreFile(), "..");
    chmodSync(directory, 0o755);
    const own = join(directory, ".baton");
    mkdirSync(own);
    const existing = join(own, "runs.db");
    const runId = await atDesk(existing, (desk) => desk.open());
    chmodSync(existing, 0o644);
    chmodSync(own, 0o555);
    for (const [file, job] of [
      [existing, ["count", runId]],
      [join(own, "deeper", "runs.db"), ["create"]],
    ] as const) {
      const [said] = await startWorker(file, job, nobody).over;
      expect(said?.refused).toMatchObject({
        code: "run/read-only",
        hint: expect.stringContaining("give this user"),
      });
    }
    chmodSync(own, 0o755);
    await atDesk(existing, async (desk) => expect((await desk.get(runId)).run.revision).toBe(1));
  },
  patienceMs,
);
