import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadProjectRules } from "../../src/pack/project-rules.ts";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { shipped } from "../helpers/shipped-rules.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const nobody = { HOME: "/nowhere" };
const critic =
  "{ name: api-critic, purpose: Judges., writes: false, routingFields: [status], decides: status, outcomes: [approved] }";
const contract = `version: 1\nlimits: { revisions: 1 }\nagents:\n  - ${critic}\n`;

test("outside of any project the shipped contract and schemas are in force", async () => {
  const rules = await loadProjectRules(temporaryFiles(), nobody);
  expect(rules.contract).toEqual(shipped.contract);
  expect((await rules.schemasFor("solver")).map((one) => one.file)).toEqual(["references/schemas/solver.schema.json"]);
  expect(await rules.schemasFor("api-critic")).toEqual([]);
});

test("a project's contract and schemas are in force in every directory below it", async () => {
  const project = temporaryFiles({
    ".baton/contract.yaml": contract,
    ".baton/schemas/api-critic.schema.json": '{"type": "object", "required": ["status"]}',
    "packages/api/src/x.ts": "",
  });
  const rules = await loadProjectRules(join(project, "packages/api/src"), nobody);
  expect(rules.contract.limits).toEqual({ revisions: 1, verificationFixCycles: 1 });
  expect(rules.contract.agents.at(-1)?.name).toBe("api-critic");
  const [schema, ...more] = await rules.schemasFor("api-critic");
  expect(more).toEqual([]);
  expect(schema?.file).toBe(join("../../../.baton/schemas/api-critic.schema.json"));
  expect([schema?.fits({ status: "approved" }), schema?.fits({})]).toEqual([true, false]);
});

test("a project's schema of a shipped agent is held beside the shipped one", async () => {
  const project = temporaryFiles({
    ".baton/contract.yaml": "version: 1",
    ".baton/schemas/quality-fixer.schema.json": '{"required": ["checksPerformed"]}',
  });
  const schemas = await (await loadProjectRules(project, nobody)).schemasFor("quality-fixer");
  expect(schemas.map((one) => one.file)).toEqual([
    "references/schemas/quality-fixer.schema.json",
    ".baton/schemas/quality-fixer.schema.json",
  ]);
  expect(schemas.map((one) => one.fits({ status: "approved" }))).toEqual([true, false]);
});

test("schemas count without a contract beside them", async () => {
  const project = temporaryFiles({ ".baton/schemas/quality-fixer.schema.json": '{"required": ["checksPerformed"]}' });
  const rules = await loadProjectRules(project, nobody);
  expect(rules.contract).toBe(shipped.contract);
  expect((await rules.schemasFor("quality-fixer")).map((one) => one.file)).toEqual([
    "references/schemas/quality-fixer.schema.json",
    ".baton/schemas/quality-fixer.schema.json",
  ]);
});

test.each([
  ["as it was shipped", (text: string) => text],
  ["with the line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
])("an unedited copy %s is no layer of its own", async (_, checkedOut) => {
  const schema = "schemas/quality-fixer.schema.json";
  const project = temporaryFiles({
    ".baton/contract.yaml": checkedOut(repositoryFile("references/contract.yaml")),
    [`.baton/${schema}`]: checkedOut(repositoryFile(`references/${schema}`)),
  });
  const rules = await loadProjectRules(project, nobody);
  expect(rules.contract).toBe(shipped.contract);
  expect((await rules.schemasFor("quality-fixer")).map((one) => one.file)).toEqual([`references/${schema}`]);
});

test("the user's own contract is in force where no project has one", async () => {
  const home = temporaryFiles({ ".codex/baton/contract.yaml": contract, "codex/baton/contract.yaml": "version: 1" });
  const project = temporaryFiles({ ".baton/contract.yaml": "version: 1" });
  const revisions = async (cwd: string, env: object) =>
    (await loadProjectRules(cwd, { ...env })).contract.limits.revisions;
  expect(await revisions(temporaryFiles(), { HOME: home })).toBe(1);
  expect(await revisions(temporaryFiles(), { HOME: "", USERPROFILE: home })).toBe(1);
  expect(await revisions(temporaryFiles(), { HOME: home, CODEX_HOME: join(home, "codex") })).toBe(2);
  expect(await revisions(project, { HOME: home })).toBe(2);
});

test("a schema is compiled once, however often it is asked for", async () => {
  const project = temporaryFiles({ ".baton/contract.yaml": "version: 1" });
  const rules = await loadProjectRules(project, nobody);
  expect(await rules.schemasFor("solver")).toBe(await rules.schemasFor("solver"));
});

test("a name that is no agent's opens no file", async () => {
  const project = temporaryFiles({ ".baton/contract.yaml": "version: 1", ".baton/secret.schema.json": "{}" });
  mkdirSync(join(project, ".baton/schemas"));
  const rules = await loadProjectRules(project, nobody);
  for (const name of ["../secret", "", "__proto__", "toString"]) expect(await rules.schemasFor(name)).toEqual([]);
});

const shippedContract = repositoryFile("references/contract.yaml");
const workflow = repositoryFile("recipes/recipe-implement/workflow.yaml");

test.each([
  ["as it was installed", workflow],
  ["in a CRLF checkout", workflow.replaceAll("\n", "\r\n")],
  ["as somebody edited it", `${workflow}# ours\n`],
])("a recipe's flow comes with the hash of its file's text: %s", async (_, text) => {
  const project = temporaryFiles({
    ".baton/contract.yaml": shippedContract,
    ".agents/skills/recipe-implement/workflow.yaml": text,
  });
  const flow = await (await loadProjectRules(project, nobody)).flowOf("recipe-implement");
  expect(flow?.sha256).toBe(createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex"));
});
