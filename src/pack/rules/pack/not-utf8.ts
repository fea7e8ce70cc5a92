import { packRule } from "../../rule.ts";

/** Every file is UTF-8. */
export const notUtf8 = packRule("pack/not-utf8", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind === "not-utf8")
      yield { message: "the file is not valid UTF-8", hint: "save it as UTF-8", where: { file } };
  }
});
