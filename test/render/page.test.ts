import { expect, test } from "vitest";
import { html } from "../../src/render/page/html.ts";
import { renderPage } from "../../src/render/page/render-page.ts";
import { mediumRun } from "../e2e/page/medium-run.ts";
import { breach, happened, moment, reportOn, rootFile, thread } from "../helpers/audit-report.ts";

/** What a page says, without its markup. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");

const command = (seconds: number, line: number, text = "ls") =>
  happened("command", seconds, line, { command: text, cwd: null, exitCode: 0, output: "", refused: null });

test("everything that leads somewhere leads to something on the page", () => {
  const page = renderPage(mediumRun());
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const targets = [...page.matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? "");
  expect(targets.length).toBeGreaterThan(40);
  expect(targets.filter((target) => !target.startsWith("#") || !ids.has(target.slice(1)))).toEqual([]);
});

test("no id is given twice", () => {
  const ids = [...renderPage(mediumRun()).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids).toEqual([...new Set(ids)]);
});

test("a finding says what, where, why and what to do, and leads to its event", () => {
  const events = [command(1, 3), command(65, 8)];
  const breaches = [
    breach(events, 1, "commit/unapproved", 'the commit holds "a.ts"', { hint: "run quality-fixer first" }),
  ];
  const page = renderPage(reportOn(events, { breaches }));
  const section = page.slice(page.indexOf('<section id="findings"'), page.indexOf('<section id="stops"'));
  expect(section).toContain('<a href="#e1">1:05, orchestrator</a>');
  expect(textOf(section).replaceAll(/\s+/g, " ").trim()).toBe(
    `Findings errorcommit/unapproved the commit holds "a.ts" 1:05, orchestrator ${rootFile}:8 WhyWhat was not checked is now history others build on.What to dorun quality-fixer first`,
  );
});

test("an event's row holds its place, its time and its text", () => {
  const page = renderPage(
    reportOn([happened("person_message", 3, 17, { text: "make it\nfast" })], {
      story: [{ event: 0, words: "a person writes: make it fast" }],
    }),
  );
  expect(page).toContain('<li id="e0"');
  expect(textOf(page)).toContain(`${rootFile}:17 ${moment(3)}`);
  expect(page).toContain("make it\nfast</pre>");
});

test("events that nothing leads to are folded and counted", () => {
  const events = [
    happened("person_message", 0, 1, { text: "go" }),
    command(1, 2),
    command(2, 3),
    happened("compacted", 3, 4, {}),
  ];
  const page = renderPage(reportOn(events, { story: [{ event: 0, words: "a person writes: go" }] }));
  expect(textOf(page)).toContain("2 commands, 1 compaction");
});

test("a long session's page holds what matters and counts the rest", () => {
  const events = Array.from({ length: 30_000 }, (_, index) => command(index, index + 1, "x".repeat(10_000)));
  const page = renderPage(reportOn(events, { breaches: [breach(events, 29_999, "hooks/off", "the last event")] }));
  expect(page.length).toBeLessThan(6_000_000);
  expect(page).toContain('id="e29999"');
  expect(/[\d,]+ events that are not on this page/.exec(page)?.[0]).toBe("27,998 events that are not on this page");
});

test("a text is cut, and says how much of it is missing", () => {
  const page = renderPage(reportOn([happened("person_message", 0, 1, { text: "x".repeat(1_000_000) })]));
  expect(page.length).toBeLessThan(60_000);
  expect(textOf(page)).toContain("… 996,000 characters more");
});

test("names of a megabyte do not make a page of megabytes", () => {
  const name = "x".repeat(1_000_000);
  const events = Array.from({ length: 500 }, (_, at) => command(at, at + 1)).map((event) => ({
    ...event,
    thread: "a",
    agent: name,
  }));
  const threads = [thread("root", null, 0, 60), thread("a", name, 1, 20)];
  const breaches = [breach(events, 7, "flow/foreign-agent", `"${name}" is not an agent of the flow`)];
  expect(renderPage(reportOn(events, { timeline: { threads }, breaches, recipe: name })).length).toBeLessThan(500_000);
});

test("the page allows itself nothing but its style", () => {
  const page = renderPage(mediumRun());
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
  );
  expect(page).not.toMatch(/<(script|img|link|iframe|object|form|base)\b|\bon\w+=|url\(|@import|https?:/);
});

test("a session without a recipe has a page, too", () => {
  const page = textOf(renderPage(reportOn([command(0, 1)], { recipe: null })));
  expect(page).toContain("A session without a recipe");
  expect(page).toContain("no recipe was invoked: nothing is held against this session");
});

test("findings that a baseline knows are counted in the verdict", () => {
  expect(textOf(renderPage(reportOn([command(0, 1)]), 3))).toContain("3 known findings left out");
});

test("what the flow waits for is on the page", () => {
  expect(textOf(renderPage(reportOn([], { next: ["stop batch-approval"] })))).toContain("Waits forstop batch-approval");
});

test("notes about the files are on the page", () => {
  const notes = [{ where: { file: rootFile, line: 4 }, note: "this line is torn" }];
  expect(textOf(renderPage(reportOn([], { timeline: { notes } })))).toContain(`this line is torn ${rootFile}:4`);
});

test("agents of one type share a line, each with its own way to its evidence", () => {
  const spawn = (child: string) => ({
    call: "c",
    type: "task-executor",
    name: null,
    prompt: null,
    inherits: false,
    child,
    refused: null,
  });
  const events = [happened("spawn", 1, 2, spawn("a")), happened("spawn", 30, 3, spawn("b"))];
  const threads = [
    thread("root", null, 0, 60),
    thread("a", "task-executor", 1, 20, 1_000),
    thread("b", "task-executor", 30, 50, 3_000),
  ];
  const page = renderPage(reportOn(events, { timeline: { threads } }));
  expect(page).toContain('href="#e0" aria-label="task-executor 1: 0.3 minutes, 1,000 tokens"');
  expect(page).toContain('href="#e1" aria-label="task-executor 2: 0.3 minutes, 3,000 tokens"');
  expect(textOf(page)).toContain("4,000");
});

test("whatever text is put into markup stays text", () => {
  const text = `</style><b a='1' b="2" \`c\`>&amp;\u0000\u202e\ud800`;
  expect(html`<i title="${text}">${text}</i>`.toString()).toBe(
    `<i title="${"&lt;/style&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot; &#96;c&#96;&gt;&amp;amp;\uFFFD\uFFFD\uFFFD"}">${"&lt;/style&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot; &#96;c&#96;&gt;&amp;amp;\uFFFD\uFFFD\uFFFD"}</i>`,
  );
});
