/** Why a text is not well-formed XML of the kind a report needs (elements, attributes, five entities); undefined when it is. */
export function xmlProblem(xml: string): string | undefined {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) return "a character XML does not have";
  const open: string[] = [];
  const tag = /<\?xml [^<>]*\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)>/g;
  const rest = xml.replace(tag, (whole, slash: string | undefined, name: string | undefined) => {
    if (name !== undefined) open.push(slash === "/" ? `/${name}` : name);
    return whole.replace(/[<>]/g, "");
  });
  if (/<|&(?!(?:amp|lt|gt|quot|apos);)/.test(rest)) return "a bare < or &";
  const stack: string[] = [];
  for (const name of open) {
    if (!name.startsWith("/")) stack.push(name);
    else if (stack.pop() !== name.slice(1)) return `<${name}> closes ${open[open.indexOf(name) - 1] ?? "nothing"}`;
  }
  return stack.length === 0 ? undefined : `${stack.join(", ")} is left open`;
}
