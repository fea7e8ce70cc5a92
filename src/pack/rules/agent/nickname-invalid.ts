import { packRule } from "../../rule.ts";

/** `nickname_candidates`, in a file or in a table of config.toml, is a list of different names in ASCII letters, digits, spaces, - and _. */
export const nicknameInvalid = packRule("agent/nickname-invalid", function* ({ agents, tables }) {
  for (const { fields, fieldAt, ...one } of [...agents, ...tables]) {
    const value = fields["nickname_candidates"];
    const problem = value === undefined ? undefined : problemOf(value);
    if (problem === undefined) continue;
    const stops = !("source" in one) && !isListOfTexts(value);
    yield {
      message: `"nickname_candidates" ${problem}, Codex ${stops ? "does not start" : "drops the whole agent"}`,
      where: fieldAt("/nickname_candidates"),
    };
  }
});

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function problemOf(value: unknown): string | undefined {
  if (!isListOfTexts(value)) return "is not a list of texts";
  if (value.length === 0) return "is empty";
  const names = value.map((name) => name.trim());
  if (names.includes("")) return "holds a blank name";
  const odd = names.find((name) => !/^[A-Za-z0-9 _-]+$/.test(name));
  if (odd !== undefined) return `holds "${odd}", which is not only ASCII letters, digits, spaces, - and _`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `holds "${twice}" twice`;
}
