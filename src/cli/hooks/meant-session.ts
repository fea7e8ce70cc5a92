import { Failure } from "../../core/failure.ts";

/**
 * The session that `--session` names, in Codex's own spelling; null for the whole project.
 * @throws Failure cli/usage
 */
export function meantSession({
  project,
  session,
}: {
  readonly project?: true;
  readonly session?: string;
}): string | null {
  if (session === undefined) return null;
  if (project) {
    throw new Failure("cli/usage", "--project and --session exclude each other", {
      status: 2,
      hint: "leave one of them out",
    });
  }
  const id = session.toLowerCase();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new Failure("cli/usage", `"${session}" is no session's id`, {
    status: 2,
    hint: "Codex shows it with /status, as 0199a213-81a0-7800-8aa0-000000000001",
  });
}
