import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type SchemaError, schemaProblems } from "../core/schema-problem.ts";
import type { Parsed } from "../parse/parsed.ts";
import { parseYaml } from "../parse/yaml.ts";
import type { Contract } from "./contract.ts";
import { doubleFindings } from "./doubles.ts";
import { emptyContract, joinContract } from "./join.ts";
import { referenceFindings } from "./references.ts";
import { looseningFindings } from "./tighten.ts";

/** Checks a value against references/contract.schema.json; compiled by the caller, so that this folder stays pure. */
export interface ContractSchema {
  readonly schema: unknown;
  readonly validate: (value: unknown) => readonly SchemaError[];
}

export interface LoadedContract {
  readonly contract: Contract;
  readonly findings: readonly Diagnostic[];
}

/** A contract file's text and the name it goes by in findings. */
export interface ContractFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Loads a contract: a shipped one when `base` is left out, else a project's file as a layer over `base`, which it may
 * extend and tighten but not loosen. With findings of severity error the result is `base`: a broken layer holds nothing.
 */
export function loadContract(source: ContractFile, schema: ContractSchema, base?: Contract): LoadedContract {
  const parsed = parseYaml(source.text, source.file);
  const fallback = base ?? emptyContract;
  if (parsed.value === undefined) return { contract: fallback, findings: parsed.findings };
  const shape = shapeFindings(parsed, source.file, schema);
  if (shape.length > 0) return { contract: fallback, findings: [...parsed.findings, ...shape] };
  const joined = joinContract(parsed, source.file, base);
  const findings = [
    ...parsed.findings,
    ...joined.findings,
    ...doubleFindings(parsed, source.file),
    ...referenceFindings(joined.contract, parsed, source.file),
    ...(base === undefined ? [] : looseningFindings(base, joined.contract, parsed, source.file)),
  ];
  const broken = findings.some((finding) => finding.severity === "error");
  return { contract: broken ? fallback : joined.contract, findings };
}

function shapeFindings(parsed: Parsed, file: string, schema: ContractSchema): Diagnostic[] {
  if (parsed.value === null) {
    const where = { file, span: { line: 1, column: 1 } };
    return [diagnose("contract/shape", { message: "the file is empty", hint: "write version: 1", where })];
  }
  return schemaProblems(schema.validate(parsed.value), schema.schema, parsed.value).map((problem) => {
    const span = parsed.locate(problem.pointer, problem.kind === "unknown-key" ? "key" : "value");
    return diagnose("contract/shape", {
      message: problem.message,
      hint: problem.hint,
      where: { file, pointer: problem.pointer, ...(span === undefined ? {} : { span }) },
    });
  });
}
