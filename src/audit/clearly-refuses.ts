/** Whether a person's words cannot be taken for a yes; what else they may mean is not read out of them. */
export function clearlyRefuses(text: string): boolean {
  return /^\s*(no|nope|reject(ed)?|refused?|stop|cancel|not yet|do not|don['’]t)\b/i.test(text);
}
