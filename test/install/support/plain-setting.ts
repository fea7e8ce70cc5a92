import type { Setting } from "../../../src/install/setting.ts";

/** The simplest setting there is: one line at the end of a file. */
export function plainSetting(line: string): Setting {
  const target = ".codex/config.toml";
  return {
    target,
    plan: (current = "") => ({
      after: current.includes(`${line}\n`) ? current : `${current}${line}\n`,
      record: { line, created: current === "" },
    }),
    remove: (current, record) => {
      const { created } = record as { created: boolean };
      const after = current?.replace(`${line}\n`, "");
      return { after: created && after === "" ? undefined : after };
    },
  };
}
