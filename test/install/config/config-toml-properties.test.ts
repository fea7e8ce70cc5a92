import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { planConfigToml } from "../../../src/install/config/config-toml.ts";
import { removeConfigToml } from "../../../src/install/config/config-toml-removal.ts";
import type { McpServer } from "../../../src/install/config/mcp-server.ts";

const file = ".codex/config.toml";
const server: McpServer = { command: "node", args: ["b.mjs", "mcp"], startupTimeoutSec: 10 };
const next: McpServer = { command: "node", args: ["c.mjs"], cwd: ".", defaultToolsApprovalMode: "approve" };

/** Pieces that may follow each other in any number; `@` becomes a number of their own. */
const pieces = [
  "",
  "  ",
  "\t@ a comment",
  "k@ = 1 ",
  "k@ = 'x'  # y",
  "k@ = [ 1,\n  2, # two\n]",
  "k@ = '''\n[mcp_servers.baton]\ncommand = \"node\"\n'''",
  "k@.a.b = { c = 2024-01-01, d = inf }",
  '[t@] # "t"',
  "[t@.'a b'.c]",
  "[[l]]",
  '[mcp_servers.s@]\ncommand = "x"',
  "[mcp_servers.s@.env]\nA = 'b'",
  "['mcp_servers' . s@]\r\ncommand = '''\r\nx'''",
];

const configs = fc
  .record({
    bom: fc.boolean(),
    lines: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    end: fc.constantFrom("", "\n", "\r\n", "\n\n", " \n", " ", "\n\t"),
  })
  .map(({ bom, lines, lineEnd, end }) => {
    const text = lines.map((line, at) => line.replaceAll("@", String(at)));
    return (bom ? "\uFEFF" : "") + text.join(lineEnd) + end;
  })
  .filter((text) => {
    try {
      return parse(text) !== undefined;
    } catch {
      return false;
    }
  });

/** Plans and gives what a caller would have afterwards: the text on disk and the record in the manifest. */
function install(text: string | undefined, wanted: McpServer, previous?: ReturnType<typeof planConfigToml>["record"]) {
  const { after, record } = planConfigToml(text, file, wanted, previous);
  if (record === undefined) throw new Error("nothing of ours was written");
  return { after, record };
}

test("removing what was added gives the file back to the byte", () => {
  fc.assert(
    fc.property(fc.option(configs, { nil: undefined }), (text) => {
      const { after, record } = install(text, server);
      expect(removeConfigToml(after, file, record).after).toBe(text);
    }),
  );
});

test("removing after an update gives the file back to the byte", () => {
  fc.assert(
    fc.property(fc.option(configs, { nil: undefined }), (text) => {
      const first = install(text, server);
      const second = install(first.after, next, first.record);
      expect(second.after).not.toBe(first.after);
      expect(removeConfigToml(second.after, file, second.record).after).toBe(text);
    }),
  );
});

test("removing from a checkout with other line ends gives that checkout's file back", () => {
  const crlf = (text: string): string => text.replace(/\r?\n/g, "\r\n");
  fc.assert(
    fc.property(configs, (text) => {
      const { after, record } = install(text, server);
      expect(removeConfigToml(crlf(after ?? ""), file, record).after).toBe(crlf(text));
    }),
  );
});

test("an install only adds, behind the last byte, and a second one does nothing", () => {
  fc.assert(
    fc.property(configs, (text) => {
      const { after = "", record } = install(text, server);
      expect(after.startsWith(text)).toBe(true);
      expect(planConfigToml(after, file, server, record)).toEqual({ after, change: "none", record });
    }),
  );
});

test("a line the user adds anywhere survives the removal, and so does all around it", () => {
  const withEnd = configs.map((text) => (text.endsWith("\n") ? text : `${text}\n`));
  fc.assert(
    fc.property(withEnd, fc.nat(), (text, seed) => {
      const { after = "", record } = install(text, server);
      const starts = [...after.matchAll(/\n/g)].map(({ index }) => index + 1);
      const at = starts[seed % starts.length] ?? 0;
      const edited = `${after.slice(0, at)}# mine\n${after.slice(at)}`;
      const removal = removeConfigToml(edited, file, record);
      if (removal.kept === "edited") expect(removal.after).toBe(edited);
      else expect((removal.after ?? "").replace("# mine\n", "").trimEnd()).toBe(text.trimEnd());
    }),
  );
});

test("every other value is the same after an install and an update", () => {
  const foreign = (text: string): unknown => {
    const { mcp_servers: servers = {}, ...rest } = parse(text);
    const { baton: _, ...others } = servers as Record<string, unknown>;
    return { rest, others };
  };
  fc.assert(
    fc.property(configs, (text) => {
      const first = install(text, server);
      const second = install(first.after, next, first.record);
      expect(foreign(first.after ?? "")).toEqual(foreign(text));
      expect(foreign(second.after ?? "")).toEqual(foreign(text));
      expect(parse(second.after ?? "")).toHaveProperty("mcp_servers.baton", {
        command: "node",
        args: ["c.mjs"],
        cwd: ".",
        default_tools_approval_mode: "approve",
      });
    }),
  );
});

test("no text makes it throw anything but a Failure", () => {
  const noise = fc.array(
    fc.constantFrom(...pieces, "[mcp_servers.baton]", "mcp_servers = {", "}", "[", '"', "=", "\0"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        noise.map((lines) => lines.join("\n")),
      ),
      (text) => {
        try {
          expect(planConfigToml(text, file, server).after).toContain(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect((error as Failure).code).not.toBe("install/config-unsafe");
        }
      },
    ),
  );
});
