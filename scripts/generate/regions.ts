/** What fills a region of a name: a block of lines, or words inside a sentence. */
export type Regions = ReadonlyMap<string, string>;

const opening = /<!-- generated: ([^>]+?) -->/;
const closing = /<!-- \/generated -->/;

/**
 * Fills the regions between `<!-- generated: name -->` and `<!-- /generated -->`. A region whose markers stand on lines
 * of their own is a block, any other is inline.
 * @throws Error when a region's name is unknown, or its markers do not come in pairs
 */
export function fillRegions(text: string, path: string, regions: Regions): string {
  const region = new RegExp(`${opening.source}(\\r?\\n)?([\\s\\S]*?)${closing.source}`, "g");
  const filled = text.replace(region, (_, name: string, lineBreak = "", old: string) => {
    const content = regions.get(name);
    if (content === undefined)
      throw new Error(`${path}: there is no generated region "${name}", only ${[...regions.keys()].join(", ")}`);
    if (opening.test(old)) throw new Error(`${path}: the generated region "${name}" is not closed`);
    return `<!-- generated: ${name} -->${lineBreak}${content}${lineBreak}<!-- /generated -->`;
  });
  const rest = text.replace(region, "");
  const left = opening.exec(rest) ?? closing.exec(rest);
  if (left !== null) throw new Error(`${path}: the marker ${left[0]} has no partner`);
  return filled;
}
