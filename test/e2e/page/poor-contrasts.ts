import type { Page } from "playwright-core";

/**
 * Every visible text whose contrast with what is behind it is less than `least`, and how many texts there are.
 * Source of the formula: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function poorContrasts(page: Page, least: number): Promise<{ checked: number; poor: string[] }> {
  return page.locator("body").evaluate((body, limit) => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const view = body.ownerDocument.defaultView;
    const read = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (front: Colour, back: Colour): Colour => {
      const mix = (at: 0 | 1 | 2): number => front[at] * front[3] + back[at] * (1 - front[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = (colour: Colour): number => {
      const part = (at: 0 | 1 | 2): number => {
        const value = colour[at] / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    };
    const backOf = (element: typeof body): Colour => {
      const layers: Colour[] = [];
      for (let at = element; at !== null; at = at.parentElement)
        layers.push(read(view.getComputedStyle(at).backgroundColor));
      return layers.reduceRight<Colour>((back, layer) => over(layer, back), [255, 255, 255, 1]);
    };
    const poor: string[] = [];
    let checked = 0;
    const walker = body.ownerDocument.createTreeWalker(body, view.NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = String(node.textContent).trim();
      if (element === null || text === "" || !element.checkVisibility()) continue;
      checked++;
      const back = backOf(element);
      const one = luminance(over(read(view.getComputedStyle(element).color), back));
      const other = luminance(back);
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (contrast < limit)
        poor.push(`${contrast.toFixed(2)} ${element.tagName}.${element.className}: ${text.slice(0, 40)}`);
    }
    return { checked, poor };
  }, least);
}
