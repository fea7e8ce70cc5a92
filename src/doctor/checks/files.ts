import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import { isProgram, layout } from "../../install/layout.ts";
import type { Check } from "../check.ts";
import type { DoctorFacts, InstalledFile } from "../facts.ts";
import { notLoaded, unanswered } from "../in-force.ts";
import { restoreCommand } from "../restore-command.ts";
import { scopeWords } from "../scope-words.ts";

/** Whether what was installed is there, can be read, and is what it says it is. */
export const filesCheck: Check = {
  area: "Files",
  skip: () => undefined,
  check: (facts) => [
    ...facts.problems,
    ...unfinished(facts),
    ...facts.files.flatMap((file) => fileFindings(file, facts)),
  ],
  sum: ({ manifest, files, version, place }) => {
    const count = (wanted: InstalledFile["state"]): number => files.filter(({ state }) => state === wanted).length;
    const installed = `${files.length} of Baton ${manifest?.version}`;
    const gone = count("missing") === 0 ? "all there" : `${count("missing")} gone`;
    const edited = count("edited") === 0 ? "" : `, ${count("edited")} with edits of yours`;
    const newer = manifest?.version === version ? "" : `; baton update${scopeWords(place)} brings ${version}`;
    return `${installed}, ${gone}${edited}${newer}`;
  },
};

function unfinished({ manifest, place }: DoctorFacts): Diagnostic[] {
  if (manifest === undefined || manifest.state === "complete") return [];
  const again = manifest.state === "removing" ? "baton uninstall" : "baton install";
  const message = `${manifest.state === "removing" ? "an uninstall" : "an install"} was interrupted`;
  return [
    diagnose("codex/install-unfinished", {
      message,
      hint: `${again}${scopeWords(place)} goes on from there`,
      where: { file: layout.manifest },
    }),
  ];
}

function fileFindings({ target, file, state, broken }: InstalledFile, facts: DoctorFacts): readonly Diagnostic[] {
  const where = { file };
  if (broken.length > 0) return isProvenByCodex(target, facts) ? [] : broken;
  if (state === "unreadable")
    return [
      diagnose("codex/file-unreadable", { message: "it cannot be read", hint: "give yourself the right to", where }),
    ];
  if (state === "missing" && !isProvenByCodex(target, facts))
    return [
      diagnose("codex/file-missing", {
        message: "this file of the install is gone",
        hint: `${restoreCommand(facts)} brings it back`,
        where,
      }),
    ];
  if (state === "edited" && isProgram(target)) {
    const message = `this is not the program of Baton ${facts.manifest?.version}`;
    const hint = `find out who changed it, delete it, then ${restoreCommand(facts)}`;
    return [diagnose("codex/program-changed", { message, hint, where })];
  }
  return [];
}

/** A missing or broken skill or agent is reported once: by what Codex says of it. */
function isProvenByCodex(target: string, facts: DoctorFacts): boolean {
  if (/^\.agents\/skills\/[^/]+\/SKILL\.md$/.test(target))
    return unanswered(facts, ({ skills }) => skills) === undefined;
  if (!target.startsWith(".codex/agents/")) return false;
  return unanswered(facts, ({ session }) => session) === undefined && notLoaded(facts) === undefined;
}
