import { expect, test } from "vitest";
import { changesRequirements } from "../../../../src/audit/changes-requirements.ts";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, task } from "../../support/runs.ts";
import { addressed, answer, type Passage, person, spawn, step, turnEnded } from "../../support/story.ts";

const running: Passage = [analyzed(), designed, planned, decomposed(2), task];
const more = "Also support refresh tokens, please.";
const questions = [{ category: "boundary", question: "Which tokens?" }];
const rule = "flow/requirements-not-reanalyzed";

test("finds the agent that starts on an analysis that is provisional", async () => {
  const asked = [
    step("requirement-analyzer", { confidence: "provisional", questions }),
    turnEnded("Which tokens?"),
    person("The session's."),
  ];
  expect(await found(asked, step("codebase-analyzer"), step("technical-designer"))).toEqual([
    expect.stringMatching(`^spawn :\\d+ ${rule}: "codebase-analyzer" starts on an analysis that is provisional$`),
  ]);
});

test.each<[string, Passage]>([
  ["in a fresh analysis", step("requirement-analyzer")],
  ["by the agent that asked", [addressed("requirement-analyzer"), answer("requirement-analyzer")]],
])("answers to a provisional analysis are taken up %s", async (_, again) => {
  const asked = [step("requirement-analyzer", { confidence: "provisional", questions }), turnEnded("Which tokens?")];
  const confirmed = [again, turnEnded("Is this what you want?"), person("Yes.")];
  expect(await found(asked, person("The session's."), confirmed, step("codebase-analyzer"))).toEqual([]);
});

test("finds the first agent that starts after a person changed what is wanted", async () => {
  const codes = await found(running, person(more), task);
  expect(codes).toEqual([
    expect.stringMatching(
      `^spawn :\\d+ ${rule}: "task-executor" starts after a person changed what is wanted: "${more}"$`,
    ),
  ]);
});

test("finds a yes to the analysis that asks for more", async () => {
  const asked = [step("requirement-analyzer"), turnEnded("Is this what you want?"), person(`Yes. ${more}`)];
  expect(await found(asked, step("codebase-analyzer"))).toEqual([
    expect.stringContaining(`${rule}: "codebase-analyzer" starts after a person changed what is wanted`),
  ]);
  expect(await found(asked, step("requirement-analyzer"))).toEqual([]);
});

test("tells of a start that a hook stopped", async () => {
  expect(await found(running, person(more), spawn("task-executor", { refused: "the analysis comes first" }))).toEqual([
    expect.stringMatching(`^stopped spawn :\\d+ ${rule}`),
  ]);
});

test("the analysis comes first, then the flow goes on", async () => {
  const again = [person(more), step("requirement-analyzer"), turnEnded("Is this what you want?"), person("Yes.")];
  expect(await found(running, again, step("codebase-analyzer"))).toEqual([]);
});

test.each<[string, Passage]>([
  [
    "at a stop point, where they are answers",
    [
      analyzed(),
      step("codebase-analyzer"),
      step("technical-designer"),
      step("code-verifier"),
      step("document-reviewer"),
      step("design-sync"),
      turnEnded("Do you approve the design?"),
      person("No, use a 403 instead."),
      step("technical-designer"),
    ],
  ],
  [
    "with an answer that asks for a person",
    [
      running,
      step("task-executor", {
        status: "escalation_needed",
        escalation_type: "out_of_scope_file",
        reason: "The clock",
        filesModified: [],
        requiresTestReview: null,
      }),
      turnEnded("May I?"),
      person("Use the other clock instead."),
      spawn("task-executor"),
    ],
  ],
  [
    "and says so again",
    [
      running,
      person(more),
      turnEnded("That is another change. Shall I leave it for later?"),
      person("Yes, later."),
      task,
    ],
  ],
  ["and asks only", [running, person("Why does it no longer compile?"), task]],
  [
    "while its agent is at work",
    [running, spawn("task-executor"), person(more), addressed("task-executor", { prompt: "Refresh tokens too." })],
  ],
])("a person's words are silent %s", async (_, events) => {
  expect(await found(events)).toEqual([]);
});

test.each([
  "Return a 403 instead of a 401.",
  "Additionally, log every refusal.",
  "We no longer need the cookie.",
  "There is a new requirement: refresh tokens.",
  "Let us change the scope to the API.",
  "One more thing: change the requirements, it also needs to support refresh tokens.",
  "Please also add a test for cookies",
  "It should also cover cookies.",
  "The requirements have changed: cookies too.",
  "Can you also handle cookies?",
  "Also add rate limiting to the login.",
  "Use Redis instead of memory for the sessions.",
  "It must also reject revoked tokens.",
  "Run the tests with node --test. It must also reject revoked tokens.",
  "Instead of asking the user again, send them to the login.",
])("%s changes what is wanted", (text) => {
  expect(changesRequirements(text)).toBe(true);
});

test.each([
  "Yes, go on.",
  "I approve the plan. Implement it.",
  "Also good, thank you!",
  "Why is there no 403 instead?",
  "How far are you?",
  "The requirements are fine.",
  "Looks good to me, the scope is right.",
  "Please run the tests again.",
  "Please also include the ticket number ABC-1 in the commit message.",
  "Use pnpm instead of npm to run the tests.",
  "Use pnpm instead of npm.",
  "You must also tell me when you're done.",
  "Instead of asking me, just go on.",
  "Also add Co-authored-by.",
  "Run the tests with node --test instead",
  "Also make each task one commit.",
  "Commit to another branch instead.",
  "Answer in German instead, please.",
  "Additionally, tell me what is left.",
  "はい、進めてください",
])("%s changes nothing", (text) => {
  expect(changesRequirements(text)).toBe(false);
});
