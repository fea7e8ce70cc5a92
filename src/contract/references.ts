import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { Contract } from "./contract.ts";
import type { ContractLayer } from "./layer.ts";

/** Every agent a stop or handoff of the file names exists in the joined contract. */
export function referenceFindings(contract: Contract, parsed: Parsed, file: string): Diagnostic[] {
  const layer = parsed.value as ContractLayer;
  const names = contract.agents.map((agent) => agent.name);
  const findings: Diagnostic[] = [];
  const check = (name: string, pointer: string): void => {
    if (names.includes(name)) return;
    const span = parsed.locate(pointer);
    findings.push(
      diagnose("contract/unknown-agent", {
        message: `"${name}" is not an agent of the contract, which has ${closedList(names)}`,
        hint: didYouMean(name, names),
        where: { file, pointer, ...(span === undefined ? {} : { span }) },
      }),
    );
  };
  for (const [index, stop] of (layer.stops ?? []).entries()) check(stop.after, `/stops/${index}/after`);
  for (const [index, handoff] of (layer.handoffs ?? []).entries()) {
    check(handoff.from, `/handoffs/${index}/from`);
    for (const [target, name] of handoff.to.entries()) check(name, `/handoffs/${index}/to/${target}`);
  }
  return findings;
}
