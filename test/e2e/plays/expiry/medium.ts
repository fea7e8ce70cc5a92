import { type Play, play } from "../play.ts";
import { design } from "./design.ts";
import { execution } from "./execution.ts";
import { planning } from "./planning.ts";
import { requirements } from "./requirements.ts";

/** The medium flow up to the approved plan. */
export const mediumPlanned: Play = play(requirements("medium"), design(), planning);

/** The medium flow up to the last task's commit. */
export const mediumBuilt: Play = play(mediumPlanned, execution);
