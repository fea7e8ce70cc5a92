import type { Examined } from "../doctor/examine.ts";
import type { DoctorFacts } from "../doctor/facts.ts";
import { scopeWords } from "../doctor/scope-words.ts";
import { tally, tallyWords } from "../render/report.ts";
import { type Style, visible } from "../render/style.ts";

/** The report's head: a line for each area, with how it stands and what holds there. */
export function areaLines(examined: readonly Examined[], style: Style): string {
  const paint: Readonly<Record<Examined["state"], (text: string) => string>> = {
    ok: style.green,
    warning: style.yellow,
    error: style.red,
    skipped: style.dim,
  };
  const width = Math.max(...examined.map(({ area }) => area.length)) + 2;
  const lines = examined.map(({ area, state, words, findings }) => {
    const said = state === "ok" || state === "skipped" ? visible(words) : tallyWords(tally(findings));
    return `${paint[state](state.padEnd(9))}${area.padEnd(width)}${state === "skipped" ? style.dim(said) : said}\n`;
  });
  return lines.join("");
}

/** The report's last line: what to do next. */
export function nextStep(examined: readonly Examined[], { codex, manifest, skills, place }: DoctorFacts): string {
  const findings = examined.flatMap((one) => one.findings);
  const { errors, warnings } = tally(findings);
  const again = `baton doctor${scopeWords(place)} again`;
  const first = findings.find(({ severity }) => severity === "error");
  if (manifest === undefined && first?.code === "install/not-installed") return `Next: ${first.hint}`;
  if (first !== undefined) {
    const rest = errors === 1 ? "" : `, beginning with the first: others may follow from it`;
    return `Next: correct what is marked as error${rest}; then run ${again}`;
  }
  if (codex.state === "missing") return `Next: install Codex, then run ${again}; only files could be checked`;
  const recipe = skills.find(({ name }) => name.startsWith("recipe-"))?.name;
  const start = recipe === undefined ? "codex" : `codex '$${recipe} <what you want>'`;
  const where = place.scope === "user" ? "in any repository" : "here";
  if (warnings > 0) return `Next: look at the warnings; ${where}, ${start} works with the rest`;
  return `Everything is in force. Next, ${where}: ${start}`;
}
