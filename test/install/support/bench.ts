import { carryOut, type Outcome } from "../../../src/install/carry-out.ts";
import { type Content, contentOf, shownText } from "../../../src/install/content.ts";
import type { Disk } from "../../../src/install/disk.ts";
import { fingerprint } from "../../../src/install/fingerprint.ts";
import { projectPlace } from "../../../src/install/place.ts";
import { actionsOf } from "../../../src/install/plan.ts";
import type { FileCopied, Release } from "../../../src/install/release.ts";
import type { Setting } from "../../../src/install/setting.ts";
import { type SyncChoices, surveySync } from "../../../src/install/survey-sync.ts";
import { surveyUninstall } from "../../../src/install/survey-uninstall.ts";

/** The repository that tests install into. */
export const root = "/repo";

/** A release of the given texts, by target. */
export function releaseOf(version: string, files: Readonly<Record<string, string>>): Release {
  const all = { ".baton/.gitignore": "lock-*\n", ...files };
  return {
    version,
    files: Object.entries(all)
      .sort()
      .map(([target, text]) => ({ target, source: `pack:${target}`, content: contentOf(text), executable: false })),
  };
}

/** The release as it comes packed: its program is copied from the package, where `packageFiles` has it. */
export function packedOf(release: Release): Release {
  const files = release.files.map((file) =>
    file.target === ".baton/bin/baton.mjs"
      ? { ...file, copyOf: copyOf(programPath(release.version), file.content) }
      : file,
  );
  return { ...release, files };
}

function copyOf(path: string, content: Content): FileCopied {
  return { path, size: content.length, fingerprint: fingerprint(content) };
}

/** The programs of packages, by their paths. */
export function packageFiles(...releases: readonly Release[]): Record<string, string> {
  const programs = releases.map(({ version, files }) => {
    const program = files.find(({ target }) => target === ".baton/bin/baton.mjs");
    return [programPath(version), shownText(program?.content ?? contentOf(""))];
  });
  return Object.fromEntries(programs);
}

function programPath(version: string): string {
  return `/package/${version}/baton.mjs`;
}

let pid = 100;

/** Runs an install or update to its end, as a process of its own; nobody else is alive. */
export async function sync(
  disk: Disk,
  release: Release,
  choices: SyncChoices & { settings?: readonly Setting[] } = {},
): Promise<Outcome> {
  const survey = () => surveySync(disk, projectPlace(root), release, choices.settings ?? [], choices);
  return run(disk, survey);
}

/** Runs an uninstall to its end, as a process of its own. */
export async function uninstall(disk: Disk, settings: readonly Setting[] = []): Promise<Outcome> {
  return run(disk, () => surveyUninstall(disk, projectPlace(root), "99.0.0", settings));
}

async function run(disk: Disk, survey: Parameters<typeof carryOut>[1]): Promise<Outcome> {
  const self = { pid: ++pid, host: "here", startedAt: "2026-01-01T00:00:00Z", isAlive: () => false };
  const bench = { disk, place: projectPlace(root), self, stop: new AbortController().signal };
  return carryOut(bench, survey, {
    dryRun: false,
    check: (plan) => {
      const blocked = actionsOf(plan, "blocked");
      if (blocked.length > 0) throw new Error(`blocked: ${blocked.map(({ target }) => target).join(", ")}`);
    },
  });
}

/** What a run did, by target. */
export function kinds({ plan }: Pick<Outcome, "plan">): Record<string, string> {
  return Object.fromEntries(plan.actions.map(({ target, kind }) => [target, kind]));
}
