import { examine } from "../../../src/doctor/examine.ts";
import type { DoctorFacts } from "../../../src/doctor/facts.ts";
import { said } from "../../helpers/said.ts";

/** What one area makes of the facts: its state with its words, then each finding, with the file it is in. */
export function examined(area: string, facts: DoctorFacts): string[] {
  const found = examine(facts).find((one) => one.area === area);
  if (found === undefined) throw new Error(`there is no area "${area}"`);
  const head = found.words === "" ? found.state : `${found.state}: ${found.words}`;
  return [head, ...found.findings.map((finding) => `${finding.where.file} ${said(finding)}`)];
}
