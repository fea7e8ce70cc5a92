import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { renderPage } from "../../../src/render/page/render-page.ts";
import { mediumRun } from "./medium-run.ts";
import { desktop, noBrowser, openPage, phone, useBrowser } from "./open-page.ts";
import { poorContrasts } from "./poor-contrasts.ts";

useBrowser();
const markup = renderPage(mediumRun());
const looks = [
  { name: "desktop, light", viewport: desktop, colorScheme: "light" },
  { name: "desktop, dark", viewport: desktop, colorScheme: "dark" },
  { name: "phone, light", viewport: phone, colorScheme: "light" },
  { name: "phone, dark", viewport: phone, colorScheme: "dark" },
] as const;

/** Opens everything that is folded. */
function unfold(page: Page): Promise<void> {
  return page.locator("details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
}

describe.skipIf(noBrowser).each(looks)("the page on $name", (look) => {
  test("asks for nothing and says nothing to the console", async () => {
    const { page, misdeeds } = await openPage(markup, look);
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toBe("Baton audit: recipe-implement, session 01a1fbfc-9141-7fc3-b7ad-5c7db7524451");
    expect(misdeeds).toEqual([]);
  });

  test("never scrolls sideways, whatever is opened", async () => {
    const { page } = await openPage(markup, look);
    await unfold(page);
    const { wide, width } = await page.locator("html").evaluate((root) => ({
      width: root.scrollWidth,
      wide: [...root.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    }));
    expect({ wide, width }).toEqual({ wide: [], width: look.viewport.width });
  });

  test("has contrast enough for every text", async () => {
    const { page } = await openPage(markup, look);
    await unfold(page);
    const { checked, poor } = await poorContrasts(page, 4.5);
    expect(checked).toBeGreaterThan(500);
    expect(poor).toEqual([]);
  });

  test("is as light or dark as the reader wants it", async () => {
    const { page } = await openPage(markup, look);
    const colour = await page
      .locator("body")
      .evaluate((body) => String(body.ownerDocument.defaultView.getComputedStyle(body).backgroundColor));
    const brightness = (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    if (look.colorScheme === "dark") expect(brightness).toBeLessThan(100);
    else expect(brightness).toBeGreaterThan(700);
  });

  test("shows bars where agents worked, stop points, and marks where something was found", async () => {
    const { page } = await openPage(markup, look);
    const widths = await page
      .locator(".bar")
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getBoundingClientRect().width)));
    // Three turns of the orchestrator, sixteen subagents.
    expect(widths).toHaveLength(19);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
    expect([await page.locator(".mark").count(), await page.locator(".wait").count()]).toEqual([3, 3]);
  });
});

test.skipIf(noBrowser)("has landmarks, named sections, a table with headers, and a name for every link", async () => {
  const { page } = await openPage(markup);
  const count = (selector: string): Promise<number> => page.locator(selector).count();
  expect(await Promise.all(["header", "nav[aria-label]", "main", "h1", "html[lang=en]"].map(count))).toEqual([
    1, 1, 1, 1, 1,
  ]);
  for (const name of ["Findings", "Stop points", "Over time", "Agents", "What happened"])
    expect(await page.getByRole("region", { name }).count()).toBe(1);
  const table = page.getByRole("table");
  expect(await table.getByRole("columnheader").count()).toBe(6);
  expect(await table.getByRole("rowheader").count()).toBe(15);
  expect(await page.getByRole("link").count()).toBe(await page.getByRole("link", { name: /\w/ }).count());
});
