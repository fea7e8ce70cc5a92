import { packRule } from "../../rule.ts";

/** The whole pack was looked at. */
export const tooManyFiles = packRule("pack/too-many-files", function* ({ unread }) {
  for (const { kind, file, detail } of unread) {
    if (kind === "too-many") yield { message: `there are ${detail}; the rest was not looked at`, where: { file } };
  }
});
