import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Contract } from "../contract/contract.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import type { AnswerSchema } from "../response/answer-schema.ts";
import type { SourcedFlow } from "../workflow/graph.ts";
import { findBatonHome } from "./find-project.ts";
import { readText, withUnixLineEnds } from "./read-text.ts";
import { isRecipeName, loadShipped, type Shipped } from "./shipped.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The contract in force somewhere, and the schemas an agent's answers have to fit there, the shipped one first. */
export interface ProjectRules {
  readonly contract: Contract;
  /** @throws Failure contract/schema-invalid, parse/… when the project's schema is broken */
  readonly schemasFor: (agent: string) => Promise<readonly AnswerSchema[]>;
  /**
   * The flow of a recipe as the project has it installed; undefined for a recipe without one.
   * @throws Failure workflow/… when the project's workflow file is broken
   */
  readonly flowOf: (recipe: string) => Promise<SourcedFlow | undefined>;
}

/**
 * The contract and schemas in force for `cwd`: the shipped ones, extended and tightened by the project's (else the
 * user's) `.baton` directory.
 * @throws Failure contract/… when a file there is broken: a contract that cannot be read is not guessed
 */
export async function loadProjectRules(cwd: string, env: Environment): Promise<ProjectRules> {
  const shipped = await loadShipped();
  const home = findBatonHome(cwd, env);
  const contract = home === undefined ? shipped.contract : await projectContract(home, cwd, shipped);
  const known = new Map<string, Promise<readonly AnswerSchema[]>>();
  return {
    contract,
    schemasFor: (agent) => {
      const schemas = known.get(agent) ?? schemasOf(agent, shipped, home, cwd);
      known.set(agent, schemas);
      return schemas;
    },
    flowOf: (recipe) => flowOf(recipe, contract, shipped, home, cwd),
  };
}

async function flowOf(
  recipe: string,
  contract: Contract,
  shipped: Shipped,
  home: string | undefined,
  cwd: string,
): Promise<SourcedFlow | undefined> {
  if (!isRecipeName(recipe)) return undefined;
  const ours = await shipped.flowOf(recipe);
  const path = home === undefined ? undefined : join(dirname(home), ".agents", "skills", recipe, "workflow.yaml");
  if (path === undefined || !existsSync(path)) return ours?.flow;
  const file = relative(cwd, path);
  const text = readText(path, file);
  if (ours !== undefined && contract === shipped.contract && withUnixLineEnds(text) === withUnixLineEnds(ours.text))
    return ours.flow;
  const { loadWorkflows } = await import("../workflow/load.ts");
  const { flows, findings } = loadWorkflows({ file, text }, await shipped.workflowSchema(), contract);
  failOnError(findings);
  const flow = flows.find(({ id }) => id === recipe);
  if (flow === undefined) return undefined;
  const { hash } = await import("node:crypto");
  return { ...flow, sha256: hash("sha256", withUnixLineEnds(text)) };
}

async function schemasOf(
  agent: string,
  shipped: Shipped,
  home: string | undefined,
  cwd: string,
): Promise<readonly AnswerSchema[]> {
  const ours = await shipped.schemaOf(agent);
  const own = home === undefined ? undefined : await projectSchema(home, cwd, agent, ours?.json);
  return [...present(ours), ...present(own)];
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

async function projectContract(home: string, cwd: string, shipped: Shipped): Promise<Contract> {
  const path = join(home, "contract.yaml");
  if (!existsSync(path)) return shipped.contract;
  const file = relative(cwd, path);
  const text = readText(path, file);
  if (withUnixLineEnds(text) === withUnixLineEnds(await shipped.contractText())) return shipped.contract;
  const { loadContract } = await import("../contract/load.ts");
  const { contract, findings } = loadContract({ file, text }, await shipped.contractSchema(), shipped.contract);
  failOnError(findings);
  return contract;
}

/** A project's schema for an agent, unless it is the shipped one. */
async function projectSchema(
  home: string,
  cwd: string,
  agent: string,
  shipped: string | undefined,
): Promise<AnswerSchema | undefined> {
  if (!/^[a-z0-9-]+$/.test(agent)) return undefined;
  const path = join(home, "schemas", `${agent}.schema.json`);
  if (!existsSync(path)) return undefined;
  const file = relative(cwd, path);
  const text = readText(path, file);
  if (shipped !== undefined && isSameJson(text, shipped)) return undefined;
  const [{ parseJson }, { compileFits }] = await Promise.all([
    import("../parse/json.ts"),
    import("../response/compile-schema.ts"),
  ]);
  const parsed = parseJson(text, file);
  failOnError(parsed.findings);
  try {
    return { agent, file, schema: parsed.value, fits: compileFits(parsed.value) };
  } catch (error) {
    const { placeOf, schemaFlaw } = await import("../response/schema-flaw.ts");
    const flaw = schemaFlaw(error);
    const span = placeOf(flaw, text);
    const where = { file, ...(span === undefined ? {} : { span }) };
    const message = `the schema does not compile: ${flaw.message}`;
    throw new Failure("contract/schema-invalid", message, { where, hint: flaw.hint, cause: error });
  }
}

function isSameJson(text: string, json: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === json;
  } catch {
    return false;
  }
}

function failOnError(findings: readonly Diagnostic[]): void {
  const errors = findings.filter((finding) => finding.severity === "error");
  const [first, ...more] = errors;
  if (first === undefined) return;
  throw new Failure(first.code, first.message, { where: first.where, hint: first.hint, findings: more });
}
