import { Failure } from "../../core/failure.ts";
import { renderField } from "./mcp-server.ts";
import type { TomlDocument } from "./toml-document.ts";
import { tomlName } from "./toml-name.ts";

/** A file that is written so that a key cannot be set, or taken out, without rewriting what is the user's. */
export function closedToml({ file }: TomlDocument, path: readonly string[], value: string | undefined): Failure {
  const name = path.map((part) => tomlName(part)).join(".");
  const by = value === undefined ? `take ${name} out` : `set ${name} = ${renderField(value)}`;
  return new Failure("install/config-fixed", `${name} stands among braces that Baton would have to rewrite`, {
    hint: `${by} by hand, or write its tables as [header]s, and run the command again`,
    where: { file },
  });
}
