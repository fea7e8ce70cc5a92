import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { agentsSettings } from "../../codex-keys.ts";
import { asRecord } from "../../record.ts";
import { packRule } from "../../rule.ts";

/** Under `[agents]` of a config.toml stand known settings and tables of agents. */
export const unknownSetting = packRule("agent/unknown-setting", function* ({ settings }) {
  for (const { source, parsed } of settings) {
    for (const [key, value] of Object.entries(asRecord(asRecord(parsed.value)?.["agents"]) ?? {})) {
      if (agentsSettings.includes(key) || asRecord(value) !== undefined) continue;
      const span = parsed.locate(pointerOf(["agents", key]), "key");
      yield {
        message: `"agents.${key}" is neither a table nor one of ${closedList(agentsSettings)}: Codex does not start`,
        hint: didYouMean(key, agentsSettings),
        where: { file: source.file, ...(span === undefined ? {} : { span }) },
      };
    }
  }
});
