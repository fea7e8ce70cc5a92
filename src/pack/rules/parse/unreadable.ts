import { packRule } from "../../rule.ts";

/** Every file can be read. */
export const unreadable = packRule("parse/unreadable", function* ({ unread }) {
  for (const { kind, file, detail } of unread) if (kind === "unreadable") yield { message: detail, where: { file } };
});
