import type { Contract } from "../contract/contract.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type SchemaError, schemaProblems } from "../core/schema-problem.ts";
import { parseYaml } from "../parse/yaml.ts";
import { flowFindings } from "./flow-findings.ts";
import type { Flow, FlowEdge, FlowNode } from "./graph.ts";
import { parsedExpressions } from "./node-expressions.ts";

/** A node as the node dialect writes it, after its shape was checked. Source of the format: references/workflow.schema.json. */
interface WrittenNode {
  readonly type: FlowNode["type"];
  readonly agent?: string;
  readonly comment?: string;
  readonly condition?: string;
  readonly stop?: string;
  readonly passes?: readonly string[];
  readonly next?: string;
  readonly branches?: readonly string[] | Readonly<Record<string, string>>;
  readonly default?: string;
  readonly join?: string;
  readonly on_approve?: string;
  readonly on_reject?: string;
  readonly output?: string;
  readonly sets?: Readonly<Record<string, string>>;
  readonly set?: Readonly<Record<string, string>>;
  readonly leaves?: "commit" | "files" | "report";
  readonly rerun?: "all" | "failed";
  readonly on_error?: { readonly fallback_node?: string };
}

interface WrittenFile {
  readonly workflows: Readonly<
    Record<
      string,
      {
        readonly start?: string;
        readonly state?: Readonly<Record<string, unknown>>;
        readonly nodes: Readonly<Record<string, WrittenNode>>;
      }
    >
  >;
}

/** Checks a value against references/workflow.schema.json; compiled by the caller, so that this folder stays pure. */
export interface WorkflowSchema {
  readonly schema: unknown;
  readonly validate: (value: unknown) => readonly SchemaError[];
}

/** Loads a workflow file of the node dialect: its flows as graphs, and everything wrong with them at once. */
export function loadWorkflows(
  source: { readonly file: string; readonly text: string },
  schema: WorkflowSchema,
  contract: Contract,
): { flows: readonly Flow[]; findings: readonly Diagnostic[] } {
  const { file } = source;
  const parsed = parseYaml(source.text, file);
  if (parsed.value === undefined) return { flows: [], findings: parsed.findings };
  const shape = schemaProblems(schema.validate(parsed.value), schema.schema, parsed.value).map((problem) => {
    const span = parsed.locate(problem.pointer, problem.kind === "unknown-key" ? "key" : "value");
    const where = { file, pointer: problem.pointer, ...(span === undefined ? {} : { span }) };
    return diagnose("workflow/shape", { message: problem.message, hint: problem.hint, where });
  });
  if (shape.length > 0) return { flows: [], findings: [...parsed.findings, ...shape] };
  const flows = Object.entries((parsed.value as WrittenFile).workflows).map(([id, written]): Flow => {
    const nodes = new Map(Object.entries(written.nodes).map(([name, node]) => [name, nodeOf(name, node)]));
    const state = Object.fromEntries(Object.entries(written.state ?? {}).map(([name, value]) => [name, String(value)]));
    const expressions = parsedExpressions(nodes.values());
    return { id, file, start: written.start ?? [...nodes.keys()][0] ?? "", state, nodes, expressions };
  });
  return { flows, findings: [...parsed.findings, ...flows.flatMap((flow) => flowFindings(flow, parsed, contract))] };
}

function nodeOf(id: string, node: WrittenNode): FlowNode {
  const edge = (at: readonly string[], to: string | undefined, when?: string): FlowEdge[] =>
    to === undefined ? [] : [{ to, at, ...(when === undefined ? {} : { when }) }];
  const isList = Array.isArray(node.branches);
  const edges = [
    ...edge(["next"], node.next),
    ...Object.entries(node.branches ?? {}).flatMap(([key, to]: [string, string]) =>
      edge(["branches", key], to, isList ? undefined : key),
    ),
    ...edge(["join"], node.join),
    ...edge(["default"], node.default, "default"),
    ...edge(["on_approve"], node.on_approve, "approve"),
    ...edge(["on_reject"], node.on_reject, "reject"),
    ...edge(["on_error", "fallback_node"], node.on_error?.fallback_node, "error"),
  ];
  const { type, agent, comment, condition, stop, output, sets, set, leaves, rerun } = node;
  const given = Object.entries({ agent, comment, condition, stop, output, sets, set, leaves, rerun });
  return {
    id,
    type,
    passes: node.passes ?? [],
    edges,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}
