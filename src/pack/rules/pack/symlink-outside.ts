import { packRule } from "../../rule.ts";

/** No symbolic link leads out of what is linted. */
export const symlinkOutside = packRule("pack/symlink-outside", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind !== "symlink-outside") continue;
    yield { message: "a symbolic link leads out of the directory; nothing behind it was read", where: { file } };
  }
});
