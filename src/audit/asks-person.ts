/** Whether what a turn ends with asks a person something: there is a question in its last paragraph. */
export function asksPerson(message: string | null): boolean {
  const last =
    message
      ?.trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? "";
  return /[?？](?=[\s)"'*_`”’]|$)/.test(last);
}
