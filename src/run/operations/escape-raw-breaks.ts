const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The same text with the raw line breaks and tabs inside its strings escaped; all else is untouched. */
export function escapeRawBreaks(text: string): string {
  const parts: string[] = [];
  let inString = false;
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '"') inString = !inString;
    else if (inString && unit === "\\") at++;
    else if (inString && escapes[unit] !== undefined) {
      parts.push(text.slice(kept, at), escapes[unit]);
      kept = at + 1;
    }
  }
  return parts.length === 0 ? text : `${parts.join("")}${text.slice(kept)}`;
}
