import { removeTomlKey } from "./remove-toml-key.ts";
import { serverExtent } from "./server-extent.ts";
import { findServer, serverPath, serverTables } from "./server-table.ts";
import { applySplices } from "./splice.ts";
import { closedToml } from "./toml-closed.ts";
import { readTomlDocument, type TomlDocument } from "./toml-document.ts";
import { tomlPairs } from "./toml-pairs.ts";

/**
 * The text without `mcp_servers.baton`, in whatever form it is written.
 * @throws Failure install/config-fixed where that would mean rewriting what is the user's
 */
export function cutServer(document: TomlDocument): string {
  const { file } = document;
  let rest = document;
  for (let place = findServer(rest); place.form === "table" || place.form === "elsewhere"; place = findServer(rest)) {
    const after = cutOnce(rest);
    if (after === rest.text) throw closedToml(rest, serverPath, undefined);
    rest = readTomlDocument(after, file);
  }
  return rest.text;
}

function cutOnce(document: TomlDocument): string {
  const { text, file } = document;
  const tables = serverTables(document);
  if (tables.length > 0) {
    return applySplices(
      text,
      tables.map((table) => ({ ...serverExtent(document, table), text: "" })),
    );
  }
  const own = tomlPairs(document).find(({ path }) => serverPath.every((name, at) => path[at] === name));
  return own === undefined ? text : removeTomlKey(text, file, own.path.map(String));
}
