import { resolve } from "node:path";
import { diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { readText } from "../pack/read-text.ts";
import { visible } from "../render/style.ts";
import { renderFinding } from "../render/text.ts";
import type { ExitStatus, Io } from "./io.ts";
import { inOwnName } from "./own-name.ts";
import { spokenFinding } from "./spoken-finding.ts";
import { styleFor } from "./style-for.ts";
import { version } from "./version.ts";

/** Tells the user about anything thrown, as text or, where the command line asks for JSON, as JSON, and says the exit status. */
export function reportFailure(error: unknown, argv: readonly string[], io: Io): ExitStatus {
  // Standard output that takes nothing takes no JSON either.
  const json = wantsJson(argv) && !(error instanceof Failure && error.code === "cli/output-refused");
  if (!(error instanceof Failure)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (json) io.out(`${JSON.stringify({ ok: false, error: { code: "cli/bug", message: stack } }, null, 2)}\n`);
    else {
      const call = `baton ${version}, node ${process.version}, ${process.platform}; baton ${argv.join(" ")}`;
      io.err("baton: this is a bug in Baton, not in your input. Please report it with these lines:\n");
      io.err(`  ${visible(call).replaceAll("\n", " ")}\n${visible(stack)}\n`);
    }
    return 3;
  }
  if (json) {
    const { code, message, hint, where, findings } = error;
    io.out(`${JSON.stringify({ ok: false, error: { code, message, hint, where, findings } }, null, 2)}\n`);
  } else io.err(inWords(error, io));
  return error.status;
}

function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (word, at) => word === "--json" || word === "--format=json" || (word === "json" && argv[at - 1] === "--format"),
  );
}

function inWords({ code, message, hint: written, where, findings }: Failure, io: Io): string {
  const hint = written === undefined ? undefined : inOwnName(io, written);
  const style = styleFor(io, "stderr");
  const sourceOf = (file: string): string | undefined => sourceIn(io, file);
  const further = findings.map((finding) => renderFinding(spokenFinding(io, finding), sourceOf, style)).join("");
  if (where !== undefined)
    return renderFinding(diagnose(code, { message, hint, where, severity: "error" }), sourceOf, style) + further;
  const first = `${style.bold("baton:")} ${style.red("error:")} ${visible(message)} ${style.dim(`[${code}]`)}\n`;
  return `${first}${further}${hint === undefined ? "" : `  ${style.dim("hint:")} ${visible(hint)}\n`}`;
}

/** The text of a file a failure points into, as far as there is one to show a line of. */
function sourceIn(io: Io, file: string): string | undefined {
  try {
    return readText(resolve(io.cwd, file), file);
  } catch {
    return undefined;
  }
}
