import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { parseJson } from "../parse/json.ts";
import type { AnswerSchema } from "../response/answer-schema.ts";
import { compileSchema } from "../response/compile-schema.ts";
import type { AnswerRules } from "../response/validate-answer.ts";
import { findBatonHome } from "./find-project.ts";
import { readText, withUnixLineEnds } from "./read-text.ts";
import { loadShipped, type Shipped } from "./shipped.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The contract and schemas in force for `cwd`: the shipped ones, extended and tightened by the project's (else the
 * user's) `.baton` directory.
 * @throws Failure contract/… when a file there is broken: a contract that cannot be read is not guessed
 */
export function loadProjectRules(cwd: string, env: Environment): AnswerRules {
  const shipped = loadShipped();
  const home = findBatonHome(cwd, env);
  if (home === undefined)
    return { contract: shipped.contract, schemasFor: (agent) => present(shipped.schemas.get(agent)) };
  const contract = projectContract(home, cwd, shipped);
  const cache = new Map<string, readonly AnswerSchema[]>();
  return {
    contract,
    schemasFor: (agent) => {
      let schemas = cache.get(agent);
      if (schemas === undefined) {
        schemas = [...present(shipped.schemas.get(agent)), ...present(projectSchema(home, cwd, agent, shipped))];
        cache.set(agent, schemas);
      }
      return schemas;
    },
  };
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function projectContract(home: string, cwd: string, shipped: Shipped): Contract {
  const path = join(home, "contract.yaml");
  const file = relative(cwd, path);
  const text = readText(path, file);
  if (withUnixLineEnds(text) === shipped.contractText) return shipped.contract;
  const { contract, findings } = loadContract({ file, text }, shipped.contractSchema, shipped.contract);
  failOnError(findings);
  return contract;
}

/** A project's schema for an agent, unless it is the shipped one. */
function projectSchema(home: string, cwd: string, agent: string, shipped: Shipped): AnswerSchema | undefined {
  if (!/^[a-z0-9-]+$/.test(agent)) return undefined;
  const path = join(home, "schemas", `${agent}.schema.json`);
  if (!existsSync(path)) return undefined;
  const file = relative(cwd, path);
  const text = readText(path, file);
  if (withUnixLineEnds(text) === shipped.schemas.get(agent)?.text) return undefined;
  const parsed = parseJson(text, file);
  failOnError(parsed.findings);
  try {
    return { agent, file, schema: parsed.value, validate: compileSchema(parsed.value) };
  } catch (error) {
    const message = `the schema does not compile: ${(error as Error).message}`;
    throw new Failure("contract/schema-invalid", message, { where: { file }, cause: error });
  }
}

/** Names of the agents a project has schemas for, beside the shipped ones. */
export function projectSchemaAgents(home: string): string[] {
  const directory = join(home, "schemas");
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => /^(.+)\.schema\.json$/.exec(name)?.[1] ?? []);
}

function failOnError(findings: readonly Diagnostic[]): void {
  const errors = findings.filter((finding) => finding.severity === "error");
  const [first, ...more] = errors;
  if (first === undefined) return;
  throw new Failure(first.code, first.message, { where: first.where, hint: first.hint, findings: more });
}
