import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { placeOf } from "../../place-of.ts";
import { packRule } from "../../rule.ts";
import { unknownSettings } from "../../unknown-settings.ts";

/** Under `[agents]` of a config.toml stand known settings and tables of agents, under `[features.multi_agent_v2]` known settings. */
export const unknownSetting = packRule("agent/unknown-setting", function* ({ settings }) {
  for (const { source, parsed } of settings) {
    for (const { path, known, orTable } of unknownSettings(parsed.value)) {
      yield {
        message: `"${path.join(".")}" is ${orTable ? "neither a table nor" : "not"} one of ${closedList(known, 30)}: Codex does not start`,
        hint: didYouMean(path.at(-1) ?? "", known),
        where: placeOf(parsed, source.file, pointerOf(path), "key"),
      };
    }
  }
});
