import { describe, expect, test } from "vitest";
import type { AuditReport } from "../../../src/audit/audit-report.ts";
import { renderPage } from "../../../src/render/page/render-page.ts";
import { breach, happened, moment, reportOn, rootFile, thread } from "../../helpers/audit-report.ts";
import { baton } from "../../helpers/fake-io.ts";
import { type Step, sessionFile } from "../../helpers/session-file.ts";
import { temporaryFiles } from "../../helpers/temporary-files.ts";
import { desktop, noBrowser, openPage, phone, useBrowser } from "./open-page.ts";

useBrowser();

const attacks = [
  `<script>alert("script")</script>`,
  `"><img src=x onerror="alert('img')">`,
  `'><svg onload=alert(1)>`,
  `</style><script>alert("style")</script>`,
  `</title><script>alert("title")</script>`,
  `<a href="javascript:alert(1)">click</a>`,
  `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">`,
  `<iframe src="http://127.0.0.1:9/frame"></iframe><link rel=stylesheet href=http://127.0.0.1:9/s.css>`,
  `<form action="http://127.0.0.1:9/"><button>send</button></form>`,
  `--><!--<b>`,
  `]]>&lt;script&gt;`,
  `\u202Egnp.exe\u0000\u001b[31m`,
  `url(http://127.0.0.1:9/u) ;background:url(//127.0.0.1:9/v)`,
];
const everything = attacks.join("\n");
const megabyte = `<b>${"<i x='".repeat(150_000)}`;

/** A session in which every text that can be hostile is. */
function hostileReport(): AuditReport {
  const texts = [everything, megabyte];
  const events = texts.flatMap((text, index) => [
    happened("session_started", index, 1, { source: "startup", cwd: text, codex: text, model: text }),
    happened("person_message", index, 2, { text }),
    happened("skill_invoked", index, 3, { skill: text }),
    happened("spawn", index, 4, {
      call: text,
      type: text,
      name: text,
      prompt: text,
      inherits: true,
      child: "evil",
      refused: text,
    }),
    happened("wait", index, 5, { targets: [text], timeoutMs: 1, timedOut: true, refused: text }),
    happened("close", index, 6, { how: "close", target: text, was: "running", refused: text }),
    happened("answer", index, 7, { thread: "evil", agent: text, text, failed: text }),
    happened("sent_on", index, 8, { reason: text }),
    happened("handed_over", index, 9, { names: [text] }),
    happened("command", index, 10, { command: text, cwd: text, exitCode: 1, output: text, refused: text }),
    happened("files_changed", index, 11, { files: [{ path: text, change: "added" as const }], refused: text }),
    happened("tool_called", index, 12, { server: text, tool: text }),
    happened("turn_ended", index, 13, { message: text, aborted: false }),
  ]);
  const where = { file: everything, line: 7 };
  const odd = { ...thread("evil", everything, 1, 40), name: everything, file: everything };
  return reportOn(
    events.map((event) => ({ ...event, where: { ...event.where, file: everything } })),
    {
      timeline: {
        session: everything,
        cwd: everything,
        codex: everything,
        model: everything,
        forkedFrom: everything,
        threads: [{ ...thread("root", null, 0, 60), file: everything }, odd],
        notes: [{ where, note: everything }],
      },
      recipe: everything,
      story: events.map((_, event) => ({ event, words: everything })),
      stops: [
        {
          stop: everything,
          reachedAt: moment(2),
          where,
          answered: { at: everything, where: { file: rootFile, line: 2 }, words: everything },
        },
      ],
      breaches: [{ ...breach(events, 3, "flow/stop-skipped", everything, { hint: everything }), stopped: true }],
      next: [everything],
    },
  );
}

describe.skipIf(noBrowser).each([
  { name: "desktop", viewport: desktop },
  { name: "phone", viewport: phone },
])("a hostile session on $name", ({ viewport }) => {
  test("does nothing: no request, no dialog, no script, nothing on the console", async () => {
    const { page, misdeeds } = await openPage(renderPage(hostileReport()), { viewport });
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    for (const bar of await page.locator(".bar, .mark, .wait").all()) await bar.hover({ force: true });
    await page.waitForLoadState("networkidle");
    expect(misdeeds).toEqual([]);
  });

  test("puts no element into the page", async () => {
    const { page } = await openPage(renderPage(hostileReport()), { viewport });
    const foreign =
      "script, img, svg, iframe, form, button, link, object, embed, base, [onerror], [onload], main b b, main i i";
    expect(await page.locator(foreign).count()).toBe(0);
    const targets = await page
      .locator("a")
      .evaluateAll((links) => links.map((link) => String(link.getAttribute("href"))));
    expect(targets.filter((target) => !/^#[a-z0-9]+$/.test(target))).toEqual([]);
    expect(await page.locator("meta[http-equiv]").count()).toBe(1);
  });

  test("is readable as the text it is", async () => {
    const { page } = await openPage(renderPage(hostileReport()), { viewport });
    const message = await page
      .locator("#e1 pre")
      .first()
      .evaluate((element) => String(element.textContent));
    for (const attack of attacks) expect(message).toContain(attack.replaceAll(/[\u202e\u0000\u001b]/g, "\uFFFD"));
    const whole = await page.locator("body").evaluate((body) => String(body.textContent));
    expect(whole).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
  });

  test("never scrolls sideways", async () => {
    const { page } = await openPage(renderPage(hostileReport()), { viewport });
    await page.locator("details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    expect(await page.locator("html").evaluate((root) => Number(root.scrollWidth))).toBe(viewport.width);
  });
});

test.skipIf(noBrowser)("a hostile session file does nothing either, from the file to the page", async () => {
  const steps = [everything, megabyte].flatMap((text): Step[] => [
    { does: "say", text },
    { does: "invoke", recipe: "recipe-implement" },
    { does: "spawn", type: text },
  ]);
  const cwd = temporaryFiles({ "<b>.jsonl": sessionFile(steps, { cwd: everything }).text });
  const { out } = await baton(["audit", "<b>.jsonl", "--html", "-"], { cwd });
  const { page, misdeeds } = await openPage(out);
  expect(await page.locator("h1").textContent()).toBe("$recipe-implement");
  expect(await page.locator("script, img, svg, iframe, form, button").count()).toBe(0);
  expect(await page.getByText(attacks[0] ?? "").count()).toBeGreaterThan(0);
  expect(misdeeds).toEqual([]);
});

test("texts of a megabyte each make a page of a few", () => {
  expect(renderPage(hostileReport()).length).toBeLessThan(4_000_000);
});
