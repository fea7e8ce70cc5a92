import { expect, test } from "vitest";
import { outlineSchema } from "../../src/response/outline.ts";
import { strictSchema } from "../../src/response/strict-schema.ts";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { baton } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const shipped: unknown = JSON.parse(repositoryFile("references/schemas/solver.schema.json"));

test("an agent's schema is printed as JSON", async () => {
  const { out, err, status } = await baton(["schema", "solver"]);
  expect({ err, status }).toEqual({ err: "", status: 0 });
  expect(JSON.parse(out)).toEqual(shipped);
});

test("the strict variant is the one for Codex's output schema", async () => {
  expect(JSON.parse((await baton(["schema", "solver", "--strict"])).out)).toEqual(strictSchema(shipped));
});

test("the outline is the few lines an agent's instructions carry", async () => {
  expect((await baton(["schema", "solver", "--outline"])).out).toBe(`${outlineSchema(shipped)}\n`);
});

test("without an agent all of them are listed with what they are for", async () => {
  const { out, status } = await baton(["schema"]);
  expect(status).toBe(0);
  expect(out.split("\n")).toHaveLength(25);
  expect(out).toContain("\nsolver                        Weighs solutions to confirmed failures.\n");
});

test("the list as JSON says who writes", async () => {
  const list = JSON.parse((await baton(["schema", "--json"])).out) as object[];
  expect(list).toHaveLength(24);
  expect(list).toContainEqual({
    name: "prd-creator",
    purpose: "Writes the product requirements document.",
    writes: true,
  });
});

test("an agent nobody knows fails with the one that was meant", async () => {
  const { out, err, status } = await baton(["schema", "slover"]);
  expect({ out, status }).toEqual({ out: "", status: 2 });
  expect(err).toMatch(
    /^baton: error: "slover" is not an agent of the contract, which has "acceptance-test-generator", /,
  );
  expect(err).toMatch(/\n {2}hint: did you mean "solver"\?\n$/);
});

test("in a project its own schema is printed, joined to the shipped one where there is one, and a listed purpose cannot paint the terminal", async () => {
  const cwd = temporaryFiles({
    ".baton/contract.yaml":
      'version: 1\nagents:\n  - { name: own, purpose: "\\e[31mRed.", writes: false, routingFields: [a], next: On. }',
    ".baton/schemas/own.schema.json": '{"type": "object"}',
    ".baton/schemas/solver.schema.json": '{"required": ["more"]}',
  });
  expect(JSON.parse((await baton(["schema", "own"], { cwd })).out)).toEqual({ type: "object" });
  expect(JSON.parse((await baton(["schema", "solver"], { cwd })).out)).toEqual({
    ...(shipped as object),
    required: ["solutions", "recommendation", "more"],
  });
  expect((await baton(["schema"], { cwd })).out).toContain("own                           \uFFFD[31mRed.\n");
});
