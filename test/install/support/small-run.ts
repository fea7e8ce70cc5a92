import { renameSync, writeFileSync } from "node:fs";
import { carryOut } from "../../../src/install/carry-out.ts";
import { contentOf } from "../../../src/install/content.ts";
import type { Disk } from "../../../src/install/disk.ts";
import { fingerprint } from "../../../src/install/fingerprint.ts";
import { projectPlace } from "../../../src/install/place.ts";
import { surveySync } from "../../../src/install/survey-sync.ts";
import { surveyUninstall } from "../../../src/install/survey-uninstall.ts";
import { thisProcess } from "../../../src/install/this-process.ts";

/**
 * Installs a small release in a directory of a real disk, or takes it away.
 * @param command the release's version, which makes its files; or `uninstall`
 */
export async function smallRun(disk: Disk, directory: string, command: string): Promise<void> {
  const place = projectPlace(directory);
  const files = {
    ".agents/skills/a/SKILL.md": `---\nname: a\ndescription: b\n---\none\ntwo\nthree\n${command}\n`,
    [`.agents/skills/only-in-${command}/notes.md`]: "notes\n",
  };
  const program = `// ${command}\n`;
  const path = `${directory}-${command}.mjs`;
  if (command !== "uninstall") {
    // Several of these run at once: none is to find half of it.
    writeFileSync(`${path}.${process.pid}`, program);
    renameSync(`${path}.${process.pid}`, path);
  }
  const made = Object.entries(files).map(([target, text]) => {
    return { target, source: target, content: contentOf(text), executable: false };
  });
  const copied = {
    target: ".baton/bin/baton.mjs",
    source: "dist/baton.mjs",
    content: contentOf(program),
    executable: false,
    copyOf: { path, size: program.length, fingerprint: fingerprint(contentOf(program)) },
  };
  const release = { version: command, files: [...made, copied] };
  const survey = () =>
    command === "uninstall" ? surveyUninstall(disk, place, "9.0.0", []) : surveySync(disk, place, release, [], {});
  const bench = { disk, place, self: thisProcess(), stop: new AbortController().signal };
  await carryOut(bench, survey, { dryRun: false, check: () => undefined });
}
