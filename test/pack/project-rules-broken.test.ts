import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { loadProjectRules } from "../../src/pack/project-rules.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof Failure) return error;
  throw error ?? new Error("nothing failed");
}

test.each([
  ["not YAML", "version: [", { code: "parse/yaml", where: { span: { line: 1, column: 11 } } }],
  [
    "of the wrong form",
    "version: 1\nlimit: {}",
    { code: "contract/shape", where: { span: { line: 2, column: 1, length: 5 } }, hint: 'did you mean "limits"?' },
  ],
  [
    "looser than the shipped one",
    "version: 1\nlimits: { revisions: 5 }",
    { code: "contract/loosened", where: { span: { line: 2, column: 22 } } },
  ],
])("a project's contract that is %s fails with its place", async (_, text, expected) => {
  const project = temporaryFiles({ ".baton/contract.yaml": text });
  const failure = await failureOf(loadProjectRules(project, {}));
  expect(failure).toMatchObject({ status: 3, ...expected });
  expect(failure.where?.file).toBe(join(".baton/contract.yaml"));
});

test("every further finding comes with the failure", async () => {
  const project = temporaryFiles({
    ".baton/contract.yaml": "version: 1\nlimits: { revisions: 5, verificationFixCycles: 5 }",
  });
  const { findings } = await failureOf(loadProjectRules(project, {}));
  expect(findings.map((one) => one.where.pointer)).toEqual(["/limits/verificationFixCycles"]);
});

test("a contract that is no regular file fails", async () => {
  const project = temporaryFiles();
  mkdirSync(join(project, ".baton/contract.yaml"), { recursive: true });
  expect(await failureOf(loadProjectRules(project, {}))).toMatchObject({
    code: "parse/unreadable",
    message: "this is a directory, not a file",
  });
});

test.each([
  ["not JSON", '{"type": }', "parse/json", /^value expected$/],
  ["giving a key twice", '{"type": "object", "type": "array"}', "parse/duplicate-key", /^"type" is given twice$/],
  [
    "using a keyword nobody knows",
    '{"requierd": ["a"]}',
    "contract/schema-invalid",
    /: "requierd" is not a keyword of JSON Schema$/,
  ],
  ["referring to nothing", '{"$ref": "#/$defs/none"}', "contract/schema-invalid", /: "#\/\$defs\/none" leads nowhere$/],
  [
    "of another dialect",
    '{"$schema": "http://json-schema.org/draft-07/schema#"}',
    "contract/schema-invalid",
    /: it is written for "http:\/\/json-schema\.org\/draft-07\/schema#", and draft 2020-12 alone is known$/,
  ],
  ["asynchronous", '{"$async": true}', "contract/schema-invalid", /: "\$async" is not a keyword of JSON Schema$/],
  ["a list", "[]", "contract/schema-invalid", /must be object,boolean/],
  ["nesting too deep", '{"not":'.repeat(100), "parse/too-deep", /^nests deeper than 64 levels$/],
])("a project's schema that is %s fails with its file, when it is asked for", async (_, text, code, message) => {
  const project = temporaryFiles({ ".baton/contract.yaml": "version: 1", ".baton/schemas/solver.schema.json": text });
  const rules = await loadProjectRules(project, {});
  expect(await rules.schemasFor("verifier")).toHaveLength(1);
  const failure = await failureOf(rules.schemasFor("solver"));
  expect(failure).toMatchObject({ code, message: expect.stringMatching(message), status: 3 });
  expect(failure.where?.file).toBe(join(".baton/schemas/solver.schema.json"));
});
