import { resolve } from "node:path";
import { Failure } from "../../core/failure.ts";
import { type Examined, examine } from "../../doctor/examine.ts";
import type { DoctorFacts } from "../../doctor/facts.ts";
import { gatherFacts } from "../../doctor/gather-facts.ts";
import { hooksSwitchedOff } from "../../hooks/hooks-switched-off.ts";
import { findPlace } from "../../install/find-place.ts";
import { type Place, projectPlace } from "../../install/place.ts";
import { realDisk } from "../../install/real-disk.ts";
import { findRepository } from "../../pack/find-project.ts";
import { readText } from "../../pack/read-text.ts";
import { tally } from "../../render/report.ts";
import { codexOption } from "../codex-option.ts";
import { defineCommand } from "../define-command.ts";
import { areaLines, nextStep } from "../doctor-words.ts";
import { emitReport } from "../emit-report.ts";
import { type Format, formats } from "../formats.ts";
import { hooksRoot } from "../hooks/hooks-root.ts";
import { interruptibly } from "../interruption.ts";
import type { Io } from "../io.ts";
import { inOwnName } from "../own-name.ts";
import { showProgress } from "../progress.ts";
import { styleFor } from "../style-for.ts";
import { version } from "../version.ts";

interface Options {
  readonly user?: true;
  readonly directory?: string;
  readonly codex?: string;
  readonly format?: Format;
  readonly json?: true;
}

/** Files are read in no time; Codex takes well under a second, unless something is wrong with it. */
const codexTimeoutMs = 8_000;

export default defineCommand<Options>({
  parameters: [],
  options: [
    { flags: "--user", description: "the install for all your projects, instead of this repository's" },
    { flags: "--directory <dir>", description: "this directory, instead of the repository around the current one" },
    { flags: "--codex <path>", description: "the Codex to ask, instead of the one on PATH" },
    { flags: "--format <format>", description: "how to print findings", choices: formats },
    { flags: "--json", description: "short for --format json" },
  ],
  examples: [
    ["baton doctor", "is what Baton installed in force here? exit 1 when something is not"],
    ["baton doctor --codex ~/bin/codex-next", "the same, asked of another Codex"],
    ["baton doctor --format github", "in CI, with annotations"],
  ],
  run: async (io, _, options) => {
    const place = placeOf(io, options);
    const codex = codexOption(io, options.codex);
    const progress = showProgress(io, codex === undefined ? "Checking …" : `Asking ${codex} …`);
    const { cwd, env } = io;
    const switchedOff = hooksSwitchedOff(findRepository(cwd) && hooksRoot(cwd), null, env);
    const input = { version, disk: realDisk, place, cwd, env, codex, timeoutMs: codexTimeoutMs, switchedOff };
    const facts = await interruptibly(async (stop) => {
      const gathered = await gatherFacts({ ...input, stop }).finally(progress.end);
      if (stop.aborted) throw new Failure("cli/interrupted", "nothing was proven, and nothing was changed");
      return gathered;
    });
    const examined = examine(facts);
    report(io, facts, examined, options.json ? "json" : (options.format ?? "text"));
    return tally(examined.flatMap(({ findings }) => findings)).errors > 0 ? 1 : 0;
  },
});

/** Outside a repository there is still a Codex to ask. */
function placeOf(io: Io, options: Options): Place {
  return findPlace(io.cwd, io.env, options) ?? projectPlace(io.cwd);
}

function report(io: Io, facts: DoctorFacts, examined: readonly Examined[], format: Format): void {
  const findings = examined.flatMap((one) => one.findings);
  const style = styleFor(io, "stdout");
  if (format === "text") io.out(`${inOwnName(io, areaLines(examined, style))}\n`);
  const sourceOf = (file: string): string | undefined => textOf(resolve(io.cwd, file));
  const checked = examined.map(({ area, findings: own }) => ({ file: own[0]?.where.file ?? area, name: area }));
  emitReport(io, format, { findings, sourceOf, checked }, () => asJson(facts, examined));
  if (format === "text") io.out(`${style.bold(inOwnName(io, nextStep(examined, facts)))}\n`);
}

function textOf(path: string): string | undefined {
  try {
    return readText(path, path);
  } catch {
    return undefined;
  }
}

function asJson({ place, manifest, node, codex }: DoctorFacts, examined: readonly Examined[]): object {
  return {
    scope: place.scope,
    root: place.trustRoot,
    installed: manifest?.version ?? null,
    node: { path: node.path ?? null, version: node.version ?? null },
    codex: {
      path: codex.state === "missing" ? null : codex.path,
      version: codex.state === "answered" ? codex.answers.version : codex.state === "silent" ? codex.version : null,
    },
    areas: examined.map(({ area, state, words }) => ({ area, state, words })),
    findings: examined.flatMap(({ findings }) => findings),
  };
}
