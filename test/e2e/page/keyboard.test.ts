import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { renderPage } from "../../../src/render/page/render-page.ts";
import { mediumRun } from "./medium-run.ts";
import { noBrowser, openPage, phone, useBrowser } from "./open-page.ts";

useBrowser();
const markup = renderPage(mediumRun());

/** What has the focus: its element's name or id, and whether the focus can be seen. */
function focused(page: Page): Promise<{ name: string; target: string; isVisible: boolean }> {
  return page.locator("html").evaluate((root) => {
    const element = root.ownerDocument.activeElement;
    const style = root.ownerDocument.defaultView.getComputedStyle(element);
    const name = element.getAttribute("aria-label") ?? (element.id || element.textContent.trim());
    return {
      name: String(name).slice(0, 60),
      target: String(element.getAttribute("href") ?? ""),
      isVisible: style.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });
}

/** Presses Tab until something that leads to `target` has the focus. */
async function tabTo(page: Page, isThere: (target: string) => boolean): Promise<string> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    const { target, isVisible, name } = await focused(page);
    if (!isVisible) throw new Error(`the focus on "${name}" cannot be seen`);
    if (isThere(target)) return target;
  }
  throw new Error("no such link is reached with Tab");
}

describe.skipIf(noBrowser)("by keyboard", () => {
  test("the first thing Tab reaches leads past everything", async () => {
    const { page } = await openPage(markup);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toEqual({ name: "Skip to what happened", target: "#events", isVisible: true });
    expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: expect.closeTo(16, 0) });
  });

  test("Tab goes through the sections from top to bottom", async () => {
    const { page } = await openPage(markup);
    const tops: number[] = [];
    await page.keyboard.press("Tab");
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      tops.push(
        await page.locator("html").evaluate((root) => {
          const section = root.ownerDocument.activeElement.closest("section, nav");
          return Math.round(section.getBoundingClientRect().top + root.ownerDocument.defaultView.scrollY);
        }),
      );
    }
    expect(new Set(tops).size).toBeGreaterThan(4);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test.each(["desktop", "phone"])("Tab reaches a finding's evidence and Enter goes there (%s)", async (name) => {
    const { page } = await openPage(markup, name === "phone" ? { viewport: phone } : {});
    const target = await tabTo(page, (href) => href.startsWith("#e") && href !== "#events");
    await page.keyboard.press("Enter");
    const row = page.locator(target);
    expect(await focused(page)).toMatchObject({ name: target.slice(1) });
    expect(await row.evaluate((element) => element.matches(":target"))).toBe(true);
    await expect.poll(async () => (await row.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((await row.boundingBox())?.y).toBeLessThan(740);
  });

  test("from the evidence Tab goes on to its text, and Enter opens it", async () => {
    const { page } = await openPage(markup);
    const target = await tabTo(page, (href) => href.startsWith("#e") && href !== "#events");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator(`${target} pre`).first().isVisible()).toBe(true);
    expect(await page.locator(`${target} .full`).textContent()).toMatch(/sessions\/rollout-\w+\.jsonl:\d+/);
  });

  test("a bar leads to where the agent began", async () => {
    const { page } = await openPage(markup);
    await page.getByRole("link", { name: /^security-reviewer: at work/ }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(":target").textContent()).toContain("security-reviewer starts");
  });

  test("a folded event opens when something leads to it", async () => {
    const { page } = await openPage(markup);
    const folded = page.locator(".fold .event").first();
    expect(await folded.isVisible()).toBe(false);
    const id = await folded.getAttribute("id");
    await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
    await expect.poll(() => folded.isVisible()).toBe(true);
  });
});
