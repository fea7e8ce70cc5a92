import { readOptions } from "./options.ts";

/** sed's options that take a value. */
export const sedValued = "-e -f -l -i? --expression --file --line-length";

/**
 * Whether `sed` with these arguments does nothing but tick boxes: one substitution that puts what it finds back with an `x`
 * in its box, as `s/- \[ \] Task 1/- [x] Task 1/` does.
 */
export function ticksBoxes(args: readonly string[]): boolean {
  const { flags, values, operands } = readOptions(args, sedValued);
  const given = flags.filter((flag) => /^(-[ef]|--expression|--file)$/.test(flag));
  // With -n, all that is not printed would be gone.
  if (given.length > 1 || flags.some((flag) => /^(-[fn]|--file|--quiet|--silent)$/.test(flag))) return false;
  const [only = "-e"] = given;
  const script = given.length === 1 ? values.get(only) : operands.find((one) => one !== "");
  const [, , found, put] = substitution.exec(script ?? "") ?? [];
  if (found === undefined || put === undefined) return false;
  const extended = flags.some((flag) => /^(-[Er]|--regexp-extended)$/.test(flag));
  if ((extended ? /(?<!\\)[[*+?(){}|]/ : /(?<!\\)[[*]/).test(found) || /[\\&]/.test(put)) return false;
  // What is left of backslashes when those before brackets and the like are gone means something.
  const plain = found
    .replace(/^\^/, "")
    .replace(/\$$/, "")
    .replace(/\\([[\]*./#,-])/g, "$1");
  return !plain.includes("\\") && plain.includes("[ ]") && put.replace(/\[[xX]\]/, "[ ]") === plain;
}

/** One `s` command, for a line, a range or lines with a text, with any of the usual marks around its two halves. */
const substitution =
  /^(?:(?:\d+(?:,(?:\d+|\$))?|\/[^/]{1,500}\/)\s*)?s([/|#,])((?:(?!\1)[^\n]){1,1000})\1((?:(?!\1)[^\n]){1,1000})\1[gI\d]*$/;
