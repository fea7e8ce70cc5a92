import type { RunOpened } from "../../run/event.ts";
import type { JsonValue } from "../../run/json-value.ts";
import type { Flow, FlowNode, SourcedFlow } from "../../workflow/graph.ts";

/** A flow as a run keeps it: the run follows the flow it was opened with, whatever becomes of the file. */
export function snapshotOf({ sha256, ...flow }: SourcedFlow): NonNullable<RunOpened["definition"]> {
  const snapshot = JSON.parse(JSON.stringify({ ...flow, nodes: [...flow.nodes] })) as JsonValue;
  return { file: flow.file, name: flow.id, sha256, snapshot };
}

/** The flow a run was opened with; undefined for a run that no recipe opened. */
export function flowOfSnapshot(definition: RunOpened["definition"]): Flow | undefined {
  if (definition === null) return undefined;
  const written = definition.snapshot as unknown as Omit<Flow, "nodes" | "expressions"> & {
    readonly nodes?: readonly (readonly [string, FlowNode])[];
    readonly expressions?: Flow["expressions"];
  };
  if (!Array.isArray(written.nodes)) return undefined;
  return { ...written, nodes: new Map(written.nodes), expressions: written.expressions ?? {} };
}
