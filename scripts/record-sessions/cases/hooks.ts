import { analyzeCode } from "../../../test/e2e/plays/expiry/design.ts";
import { analysis, analyze, askScale, calls } from "../../../test/e2e/plays/expiry/requirements.ts";
import { call } from "../../../test/e2e/plays/part.ts";
import { ends, person, play, terminal } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const analyzed = play(calls, call(analyze(analysis("medium"))), askScale("medium"));

/** Sessions in which Baton's hooks were switched off. */
export const hooksCases: readonly SessionCase[] = [
  {
    folder: "hooks/off/bad-1",
    breaks: "hooks/off",
    what: "Codex is started again with BATON_HOOKS=off.",
    generation: 1,
    withHooks: true,
    play: play(
      analyzed,
      person("Yes, that is what I want.", { env: { BATON_HOOKS: "off" } }),
      call(analyzeCode()),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "hooks/off/bad-2",
    breaks: "hooks/off",
    what: "The person switches the hooks off for the project while they think about the scale.",
    generation: 2,
    play: play(
      analyzed,
      terminal("hook", "off", "--as", "Kim"),
      person("Yes, that is what I want."),
      call(analyzeCode()),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
];
