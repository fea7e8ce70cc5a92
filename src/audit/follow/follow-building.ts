import type { Flow } from "../../workflow/graph.ts";
import type { Position } from "./position.ts";
import { waitsForPerson } from "./take.ts";

/**
 * The positions after the orchestrator itself has begun to build what a person let it build: of what their words may have
 * meant, only that they did. Those in which the flow is back at its beginning, or asks again, fall away.
 */
export function followBuilding(flow: Flow, positions: readonly Position[]): readonly Position[] {
  const building = positions.filter(
    ({ tokens }) => !tokens.some((token) => token.node === flow.start || waitsForPerson(flow, token)),
  );
  return building.length > 0 ? building : positions;
}
