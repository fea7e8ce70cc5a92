import { expect, test } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import { answering, healthy } from "./support/healthy.ts";

function lines(facts: Parameters<typeof examine>[0]): string[] {
  return examine(facts).map(({ area, state, words }) => `${area} ${state}${words === "" ? "" : `: ${words}`}`);
}

test("where all is in force every area says what holds", () => {
  expect(lines(healthy)).toEqual([
    "Node ok: 24.1.0 starts hooks and the MCP server (/bin/node)",
    "Codex ok: 0.169.0 (/bin/codex)",
    "Files ok: 2 of Baton 1.0.0, all there, 1 with edits of yours",
    "Trust ok: Codex trusts /p",
    "Hooks ok: SubagentStop: loaded and trusted",
    "Skills ok: 1 of the pack, each once",
    "Listing ok: 1 skill in 60 of 21760 characters",
    "Agents ok: 1 of the pack, each offered by its name",
    'MCP ok: "baton" answers with 1 tool',
  ]);
});

test("without Codex the areas that only it can prove are skipped", () => {
  const facts = { ...healthy, codex: { state: "missing" } } as const;

  expect(lines(facts).filter((line) => line.includes("skipped"))).toEqual(
    ["Trust", "Hooks", "Skills", "Listing", "Agents", "MCP"].map((area) => `${area} skipped: Codex could not be asked`),
  );
});

test("in a project that is not trusted what needs trust is skipped, skills are not", () => {
  const facts = untrusted("To load it, add /p as a trusted project in /h/config.toml.");

  expect(lines(facts).slice(3)).toEqual([
    "Trust error",
    "Hooks skipped: Codex loads none before it trusts the project",
    "Skills ok: 1 of the pack, each once",
    "Listing ok: 1 skill in 60 of 21760 characters",
    "Agents skipped: Codex loads none before it trusts the project",
    "MCP skipped: Codex loads none before it trusts the project",
  ]);
});

test("what was never installed is not missed", () => {
  const facts = { ...healthy, skills: [], agents: [], hooks: [], server: false, manifest: undefined };

  expect(lines(facts).slice(4)).toEqual([
    "Hooks skipped: none were installed",
    "Skills skipped: none are installed",
    "Listing ok: 1 skill in 60 of 21760 characters",
    "Agents skipped: none are installed",
    "MCP skipped: none was installed",
  ]);
});

function untrusted(reason: string) {
  const { config } = healthy.codex.answers;
  const disabled = [{ folder: "/p/.codex", reason }];
  return answering({ config: { ok: true, value: { ...config.value, disabled, trustLevels: {} } } });
}
