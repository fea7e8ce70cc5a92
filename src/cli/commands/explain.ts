import { type Code, catalogue, isCode } from "../../core/codes.ts";
import { Failure } from "../../core/failure.ts";
import { didYouMean } from "../../core/suggest.ts";
import { defineCommand } from "../define-command.ts";
import type { Io } from "../io.ts";
import { styleFor } from "../style-for.ts";

interface Options {
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[code]", description: "a code such as response/trailing-prose; without one, all are listed" }],
  options: [{ flags: "--json", description: "print JSON" }],
  examples: [
    ["baton explain response/trailing-prose", "what the code means, why it matters, what to do"],
    ["baton explain", "every code with its title"],
  ],
  run: async (io, [code], { json }) => {
    const codes = (Object.keys(catalogue) as Code[]).sort();
    if (code === undefined) {
      const width = Math.max(...codes.map((one) => one.length)) + 2;
      if (json)
        io.out(
          `${JSON.stringify(
            codes.map((one) => ({ code: one, ...catalogue[one] })),
            null,
            2,
          )}\n`,
        );
      else io.out(codes.map((one) => `${one.padEnd(width)}${catalogue[one].title}\n`).join(""));
      return 0;
    }
    if (typeof code !== "string" || !isCode(code)) {
      throw new Failure("cli/unknown-code", `there is no code "${String(code)}"`, {
        status: 2,
        hint: didYouMean(String(code), codes) ?? "baton explain lists all of them",
      });
    }
    if (json) io.out(`${JSON.stringify({ code, ...catalogue[code] }, null, 2)}\n`);
    else io.out(explanation(io, code) + (await heldWords(code)));
    return 0;
  },
});

/** When a rule of the audit is held; nothing for a code that is none. */
async function heldWords(code: Code): Promise<string> {
  const { auditRules } = await import("../../audit/rules.ts");
  const rule = auditRules.find((one) => one.code === code);
  if (rule === undefined) return "";
  return `  held: ${rule.live ? "by the hooks while Codex runs, and afterwards by baton audit" : "afterwards, by baton audit"}\n`;
}

function explanation(io: Io, code: Code): string {
  const style = styleFor(io, "stdout");
  const { severity, title, why, fix, bad, good } = catalogue[code];
  const indent = (text: string): string => text.replace(/^/gm, "    ");
  const parts = [`${style.bold(code)} (${severity})\n  ${title}`, `  why: ${why}`, `  fix: ${fix}`];
  if (bad !== undefined) parts.push(`  bad:\n${indent(bad)}`);
  if (good !== undefined) parts.push(`  good:\n${indent(good)}`);
  return `${parts.join("\n")}\n`;
}
