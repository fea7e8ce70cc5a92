/** What fills a region of a name: a block of lines, or words inside a sentence. */
export type Regions = ReadonlyMap<string, string>;

/**
 * Fills the regions between `<!-- generated: name -->` and `<!-- /generated -->`. A region whose markers stand on lines
 * of their own is a block, any other is inline.
 * @throws Error when a region's name is unknown
 */
export function fillRegions(text: string, path: string, regions: Regions): string {
  return text.replace(
    /<!-- generated: ([^>]+?) -->(\n?)[\s\S]*?<!-- \/generated -->/g,
    (_, name: string, lineBreak: string) => {
      const content = regions.get(name);
      if (content === undefined)
        throw new Error(`${path}: there is no generated region "${name}", only ${[...regions.keys()].join(", ")}`);
      return `<!-- generated: ${name} -->${lineBreak}${content}${lineBreak}<!-- /generated -->`;
    },
  );
}
