import * as z from "zod";
import { diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { compareVersions } from "./compare-versions.ts";
import { readConfigTomlRecord } from "./config/config-toml-record.ts";
import { readHooksJsonRecord } from "./config/hooks-json-record.ts";
import { type Content, textOf } from "./content.ts";
import { layout } from "./layout.ts";
import type { Manifest, ManifestSetting } from "./manifest.ts";
import { directoryProblem, foldedPath, targetProblem } from "./target-path.ts";

const flag = z.literal(true).optional();
const hash = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256");
const file = z.strictObject({
  target: z.string(),
  source: z.string(),
  base: hash.optional(),
  version: z.string().optional(),
  kept: flag,
  adopted: flag,
  retired: flag,
  backup: z.string().optional(),
  conflict: z.strictObject({ copy: hash, next: hash, yours: hash }).optional(),
  pending: z.strictObject({ base: hash, result: hash, from: z.string().optional() }).optional(),
});
const shape = z.strictObject({
  format: z.literal(1),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, "is not a version"),
  scope: z.enum(["project", "user"]),
  state: z.enum(["complete", "installing", "removing"]),
  files: z.array(file).max(20_000),
  directories: z.array(z.string()).max(20_000),
  settings: z.array(
    z.strictObject({
      target: z.enum([layout.configToml, layout.hooksJson]),
      record: z.unknown().optional(),
      kept: flag,
      backup: z.string().optional(),
      pending: z.strictObject({ record: z.unknown(), result: hash }).optional(),
    }),
  ),
});

/**
 * Reads a manifest, which may come from anybody's repository: every path in it is checked before anything follows it.
 * @param version the running program's: what a newer one wrote is not guessed at
 * @throws Failure install/manifest-unreadable, install/newer-manifest, install/manifest-shape, install/manifest-path
 */
export function loadManifest(content: Content, version: string): Manifest {
  const value = parsed(content);
  const format = field(value, "format");
  if (typeof format === "number" && format > 1) throw newer(`the manifest has format ${format}, this Baton knows 1`);
  const result = shape.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw broken(
      "install/manifest-shape",
      `"${issue?.path.join(".") ?? ""}": ${issue?.message ?? "is not understood"}`,
    );
  }
  const manifest = {
    ...result.data,
    settings: (result.data.settings as ManifestSetting[]).map(withCheckedRecords),
  } as Manifest;
  if (compareVersions(manifest.version, version) > 0)
    throw newer(`Baton ${manifest.version} is installed here, this is ${version}`);
  checkPaths(manifest);
  return manifest;
}

function parsed(content: Content): unknown {
  try {
    return JSON.parse((textOf(content) ?? "").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw broken("install/manifest-unreadable", `it is not JSON: ${(error as Error).message}`);
  }
}

const recordReaders: Readonly<Record<string, (value: unknown) => unknown>> = {
  [layout.configToml]: readConfigTomlRecord,
  [layout.hooksJson]: readHooksJsonRecord,
};

/** What a record says is put back into the user's file one day: one that is not understood is refused here. */
function withCheckedRecords({ target, record, pending, ...rest }: ManifestSetting): ManifestSetting {
  const checked = (value: unknown): unknown => {
    const read = recordReaders[target]?.(value);
    if (read === undefined)
      throw broken("install/manifest-shape", `"settings": the record of ${target} is not understood`);
    return read;
  };
  return {
    target,
    ...rest,
    ...(record === undefined ? {} : { record: checked(record) }),
    ...(pending === undefined
      ? {}
      : { pending: { ...pending, record: pending.record === null ? null : checked(pending.record) } }),
  };
}

function field(value: unknown, name: string): unknown {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}

function checkPaths(manifest: Manifest): void {
  const problems: string[] = [];
  const note = (path: string, problem: string | undefined): void => {
    if (problem !== undefined) problems.push(`"${path}" ${problem}`);
  };
  const noteBackup = (target: string, backup: string | undefined): void => {
    const rest = /^\.baton\/backup\/\d{1,9}\/(.*)$/s.exec(backup ?? "")?.[1];
    if (backup !== undefined && rest !== target) note(backup, "is not a backup of its target");
  };
  const seen = new Set<string>();
  for (const { target, backup, pending } of manifest.files) {
    note(target, targetProblem(target));
    if (seen.has(foldedPath(target))) note(target, "is listed twice");
    seen.add(foldedPath(target));
    if (pending?.from !== undefined) note(pending.from, targetProblem(pending.from));
    noteBackup(target, backup);
  }
  for (const { target, backup } of manifest.settings) noteBackup(target, backup);
  for (const directory of manifest.directories) note(directory, directoryProblem(directory));
  if (problems.length === 0) return;
  const findings = problems
    .slice(0, 20)
    .map((message) => diagnose("install/manifest-path", { message, where: { file: layout.manifest } }));
  throw new Failure("install/manifest-path", "the manifest names paths that no Baton writes: nothing was touched", {
    findings,
    hint: "take the manifest of a commit you trust, or delete .baton/manifest.json and install again",
  });
}

function newer(message: string): Failure {
  return new Failure("install/newer-manifest", message, { hint: "use the newer Baton: npx codex-baton@latest" });
}

function broken(code: "install/manifest-unreadable" | "install/manifest-shape", message: string): Failure {
  return new Failure(code, message, {
    where: { file: layout.manifest },
    hint: "restore it from your repository, or delete it and install again: files that differ are then reported, not replaced",
  });
}
