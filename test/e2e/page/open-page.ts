import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";

const executablePath = "/usr/bin/chromium";

/** Whether these tests cannot run here. In CI they have to: there a missing browser fails them. */
export const noBrowser = !existsSync(executablePath) && process.env["CI"] === undefined;

const args =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
    " ",
  );

let browser: Browser | undefined;

/** Starts one browser for a file of tests. */
export function useBrowser(): void {
  beforeAll(async () => {
    if (noBrowser) return;
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => browser?.close());
}

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

interface Look {
  readonly viewport?: typeof desktop;
  readonly colorScheme?: "light" | "dark";
}

/** A page in the browser, and everything it did that a page of ours must not do. */
export interface Opened {
  readonly page: Page;
  readonly misdeeds: readonly string[];
}

/** Opens a page as a web server would give it, so that a request for anything else would be seen. */
export async function openPage(
  markup: string,
  { viewport = desktop, colorScheme = "light" }: Look = {},
): Promise<Opened> {
  if (browser === undefined) throw new Error("there is no browser: install chromium");
  const misdeeds: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== "/") misdeeds.push(`request ${request.url}`);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(markup);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  onTestFinished(async () => {
    await context.close();
    server.closeAllConnections();
    server.close();
  });
  const page = await context.newPage();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  page.on("request", (request) => {
    if (request.url() !== address) misdeeds.push(`request ${request.url().slice(0, 200)}`);
  });
  page.on("dialog", async (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("popup", () => misdeeds.push("popup"));
  page.on("pageerror", (error) => misdeeds.push(`error ${error.message}`));
  page.on("console", (message) => misdeeds.push(`console ${message.text().slice(0, 300)}`));
  await page.goto(address);
  return { page, misdeeds };
}
