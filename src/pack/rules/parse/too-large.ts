import { packRule } from "../../rule.ts";

/** Every file is small enough to be read. */
export const tooLarge = packRule("parse/too-large", function* ({ unread }) {
  for (const { kind, file, detail } of unread) if (kind === "too-large") yield { message: detail, where: { file } };
});
