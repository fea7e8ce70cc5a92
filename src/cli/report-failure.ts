import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { renderFinding } from "../render/text.ts";
import type { ExitStatus, Io } from "./io.ts";
import { styleFor } from "./style-for.ts";
import { version } from "./version.ts";

/** Tells the user about anything thrown, as text or, with `--json` on the command line, as JSON, and says the exit status. */
export function reportFailure(error: unknown, argv: readonly string[], io: Io): ExitStatus {
  const json = argv.includes("--json");
  if (!(error instanceof Failure)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (json) io.out(`${JSON.stringify({ ok: false, error: { code: "cli/bug", message: stack } }, null, 2)}\n`);
    else {
      io.err(`baton: this is a bug in Baton, not in your input. Please report it with these lines:\n`);
      io.err(`  baton ${version}, node ${process.version}, ${process.platform}; baton ${argv.join(" ")}\n${stack}\n`);
    }
    return 3;
  }
  if (json) {
    const { code, message, hint, where, findings } = error;
    io.out(`${JSON.stringify({ ok: false, error: { code, message, hint, where, findings } }, null, 2)}\n`);
    return error.status;
  }
  const style = styleFor(io, "stderr");
  const noSource = (): undefined => undefined;
  if (error.where === undefined) {
    io.err(`${style.bold("baton:")} ${style.red("error:")} ${error.message} ${style.dim(`[${error.code}]`)}\n`);
    for (const finding of error.findings) io.err(renderFinding(finding, noSource, style));
    if (error.hint !== undefined) io.err(`  ${style.dim("hint:")} ${error.hint}\n`);
  } else {
    const finding: Diagnostic = diagnose(error.code, {
      message: error.message,
      hint: error.hint,
      where: error.where,
      severity: "error",
    });
    io.err(renderFinding(finding, noSource, style));
    for (const one of error.findings) io.err(renderFinding(one, noSource, style));
  }
  return error.status;
}
