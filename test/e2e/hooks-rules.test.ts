import { describe, expect, test } from "vitest";
import { playGoverned } from "./governed.ts";
import { applyPatch } from "./plays/apply-patch.ts";
import { designWith, resolve, skew } from "./plays/expiry/conditions.ts";
import {
  analyzeCode,
  askDesign,
  design,
  reviewDesign,
  syncDesign,
  verifyDesign,
  writeDesign,
} from "./plays/expiry/design.ts";
import {
  checkQuality,
  commitDocuments,
  commitTask,
  decompose,
  executeTask,
  reviewTests,
} from "./plays/expiry/execution.ts";
import { fix, fixed, inconsistent, round, verifiers } from "./plays/expiry/fix-cycle.ts";
import { approvePlan, askPlan, askPlanWith, skeletons, writePlan, writeSkeletons } from "./plays/expiry/planning.ts";
import { prdSentBack, reviewPrd, reviewPrdAgain, revisePrd, writePrd } from "./plays/expiry/prd.ts";
import { analysis, analyze, askScale, calls, requirements } from "./plays/expiry/requirements.ts";
import { approvedWithNotes, notes, report, reviewSecurity, verifyCode } from "./plays/expiry/verification.ts";
import { paths } from "./plays/expiry/words.ts";
import { againLater, await_, call, enter, type NextPart, type Part, sideBySide, start } from "./plays/part.ts";
import { ends, person, play, turn } from "./plays/play.ts";
import { writeFile } from "./plays/write-file.ts";
import { close, say, shell, spawn, tool } from "./turn-items.ts";

const generations = ["mock-model", "gpt-6.1-sol"] as const;

const tried = (part: Part) => start(part);
const agentOf = (agent: string, task: string): Part => ({
  agent,
  task,
  prompt: `Do the work of ${agent}.`,
  answer: {},
});
const explore: Part = { agent: "explorer", task: "explore", prompt: "List the callers of verify.", answer: "None." };

/** The next round of a part, in a thread of its own. */
const anew = (part: Part, next: NextPart, number: number): Part => ({
  ...part,
  ...next,
  task: `${part.task}_${number}`,
  prompt: `${part.prompt}\n${next.prompt}`,
});

/** Ends a subagent's work: closed in the first generation, interrupted in the second. */
function endWork(model: string, task: string) {
  return turn(model === "mock-model" ? close(task) : tool("interrupt_agent", { target: task }, "collaboration"));
}

describe.each(generations)("with %s", { timeout: 240_000 }, (model) => {
  test("what leaves the flow before the design is stopped, and the session goes on as it should", async () => {
    const analyzer: Part = {
      ...analyze(analysis("medium")),
      does: [
        shell("sleep 3"),
        spawn({ agent: "explorer", taskName: "explore", message: explore.prompt }),
        writeFile("docs/analysis.md", "Three files change."),
        say(`Here it is: ${JSON.stringify(analysis("medium"))}`),
        say({ ...analysis("medium"), confidence: "sure" }),
      ],
    };
    const coder: Part = { ...analyzeCode(), does: [say({ focusAreas: "verify" })] };
    const told = await playGoverned({
      model,
      tables: "[agents]\nmax_depth = 2",
      play: play(
        calls,
        enter(explore),
        tried(agentOf("investigator", "investigate")),
        tried({ ...analyzer, task: "inherits", withHistory: true }),
        start(analyzer),
        endWork(model, analyzer.task),
        turn(say("The analysis is under way.")),
        await_(analyzer),
        turn(close(analyzer.task)),
        tried(analyzeCode()),
        askScale("medium"),
        person("Yes, that is what I want."),
        tried({ ...verifyDesign, task: "too_early" }),
        tried(agentOf("technical-designer-frontend", "frontend")),
        turn(applyPatch(`*** Update File: ${paths.code}`, "@@", "-  return token.user;", "+  return token;")),
        turn(writeFile(".baton/contract.yaml", "version: 1")),
        turn(shell("node .baton/bin/baton.mjs run approve $(ls .baton)")),
        call({ ...coder, task: "analyze_code_2" }),
        call(writeDesign()),
        tried({ ...verifyDesign, task: "missing", prompt: "Verify design_path: docs/design/session-design.md" }),
        call(verifyDesign),
        turn(say("The design is verified. All is done.")),
        call(reviewDesign),
        call(syncDesign()),
        askDesign,
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    expect(told.stoppedInRoot).toEqual([
      "flow/foreign-agent",
      "team/inherited-conversation",
      "team/closed-running",
      "team/left-running",
      "flow/stop-skipped",
      "flow/out-of-order",
      "flow/wrong-layer",
      "flow/implementation-unapproved",
      "(.baton)",
      "(person)",
      "handoff/missing-path",
      "report/unproven",
    ]);
    expect(told.stoppedInChildren).toEqual({
      "requirement-analyzer": [
        "team/nested-spawn",
        "team/write-forbidden",
        "answer/prose-around",
        "answer/unknown-status",
      ],
      "codebase-analyzer": ["answer/breaks-schema"],
    });
    expect(told.turns.at(-1)?.lastMessage).toContain("Stop: design-approval.");
    const { runs } = await told.baton("run", "list");
    expect(runs).toMatchObject([{ status: "waiting_approval", next_action: "stop design-approval" }]);
  });

  test("what leaves the flow after the design is stopped, and the session goes on as it should", async () => {
    const unexplained = { ...skeletons, e2eAbsenceReason: " " };
    const skeletoner = writeSkeletons();
    const told = await playGoverned({
      model,
      untracked: { "notes.txt": "call the bank\n" },
      play: play(
        requirements("medium"),
        design(),
        call({ ...skeletoner, does: [...(skeletoner.does ?? []), say(unexplained)] }),
        call(writePlan()),
        askPlan,
        approvePlan,
        turn(
          applyPatch(
            `*** Update File: ${paths.plan}`,
            "@@",
            " ",
            "+- [ ] T-2 log each refusal",
            " - [ ] T-1 refuse expired tokens (AC-1)",
          ),
        ),
        call(decompose),
        commitDocuments,
        tried({ ...executeTask, task: "on_changed_plan" }),
        ends("The plan has a second task now: T-2, log each refusal. Do you approve the changed plan?"),
        person("I approve the changed plan."),
        call(executeTask),
        commitTask,
        call(reviewTests),
        call(checkQuality),
        turn(shell("git add -A && git commit -m 'Reject expired session tokens'")),
        commitTask,
        sideBySide(...verifiers(inconsistent, approvedWithNotes)),
        fixed(1, inconsistent),
        turn(say("The fix is made. All is done.")),
        sideBySide(round(verifyCode, 2, inconsistent), round(reviewSecurity, 2, approvedWithNotes)),
        tried(fix(2, inconsistent)),
        ends("code-verifier still finds a discrepancy after its fix. Shall I leave it as it is?"),
        person("Yes, leave it."),
        report(),
        report(`Security review's notes: ${notes}`),
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    expect(told.stoppedInRoot).toEqual([
      "flow/plan-changed",
      "commit/unapproved",
      "commit/foreign-files",
      "flow/failed-verifier-not-rerun",
      "flow/too-many-fix-cycles",
      "report/notes-missing",
    ]);
    // A warning is said and stops nothing.
    expect(told.bench.model.requests.at(-1)?.developerText).toContain("[flow/passed-verifier-rerun]");
    expect(told.stoppedInChildren).toEqual({ "acceptance-test-generator": ["answer/tests-unexplained"] });
    const { runs } = await told.baton("run", "list", "--include-ended");
    expect(runs).toMatchObject([{ status: "completed" }]);
  });

  test("an answer that asks for a person, and a limit that is used up, are put before one", async () => {
    const told = await playGoverned({
      model,
      play: play(
        requirements("large"),
        call({
          ...writePrd(),
          does: [],
          answer: { status: "escalation_needed", reason: "401 or 403: both are in use" },
        }),
        tried({ ...writePrd(), task: "write_prd_2" }),
        ends("prd-creator asks: 401 or 403, both are in use. Which is it?"),
        person("401."),
        call({ ...writePrd(), task: "write_prd_3" }),
        call({ ...reviewPrd, answer: prdSentBack(1) }),
        call(anew(writePrd(), revisePrd(1), 4)),
        call(anew(reviewPrd, reviewPrdAgain(1, prdSentBack(2)), 2)),
        call(anew(writePrd(), revisePrd(2), 5)),
        call(anew(reviewPrd, reviewPrdAgain(2, prdSentBack(3)), 3)),
        tried(anew(writePrd(), revisePrd(3), 6)),
        ends("The review has sent the PRD back three times. How shall I go on?"),
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    expect(told.stoppedInRoot).toEqual(["flow/halt-ignored", "flow/too-many-revisions"]);
  });

  test("conditions and changed requirements are dealt with first", async () => {
    const more = "Yes. It should also refuse revoked tokens.";
    const told = await playGoverned({
      model,
      play: play(
        calls,
        call(analyze(analysis("medium"))),
        askScale("medium"),
        person(more),
        tried({ ...analyzeCode(), task: "too_early" }),
        call({ ...analyze(analysis("medium")), task: "analyze_again", prompt: `Analyze again. ${more}` }),
        askScale("medium"),
        person("Yes, that is what I want."),
        designWith(skew),
        call(writeSkeletons(skew)),
        call(writePlan(skew)),
        askPlanWith(skew),
        approvePlan,
        call(decompose),
        commitDocuments,
        tried({ ...executeTask, task: "on_open_condition" }),
        againLater(resolve([skew], [], "A skew of 30 seconds is tolerated.")),
        call(executeTask),
        ends("The first task is done. Shall I go on?"),
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    expect(told.stoppedInRoot).toEqual(["flow/requirements-not-reanalyzed", "condition/unresolved"]);
  });
});
