import { packRule } from "../../rule.ts";

/** A skill lies at most six levels below the directory that Codex scans. */
export const tooDeep = packRule("skill/too-deep", function* ({ unread }) {
  for (const { kind, file, detail } of unread) {
    if (kind === "too-deep")
      yield { message: `${detail}, Codex looks at most 6 down`, hint: "move it up", where: { file } };
  }
});
