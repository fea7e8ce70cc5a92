import { dropCase } from "./case-shelf.ts";
import { dropCalls } from "./pending-calls.ts";
import { removeMarker, type SessionMarker } from "./session-marker.ts";
import { dropTold } from "./told-state.ts";

/** Lets go of a session whose run has ended: nothing governs it, and nothing is kept of it but in the run. */
export function endSession(root: string, session: string, marker: SessionMarker | undefined): void {
  removeMarker(root, session);
  dropCalls(root, session);
  dropTold(root, session);
  if (marker !== undefined && marker.run !== null) dropCase(root, marker.run);
}
