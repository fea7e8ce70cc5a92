import { Failure } from "../../core/failure.ts";
import { parseJson } from "../../parse/json.ts";
import { escapeRawBreaks } from "../../run/operations/escape-raw-breaks.ts";
import { type Tool, toolNamed, tools } from "../../run/operations/tools.ts";
import { defineCommand } from "../define-command.ts";
import { withRuns } from "../runs/with-runs.ts";

interface Options {
  readonly input?: string;
  readonly stdin?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "<tool>", description: tools.map(({ name }) => name).join(", ") }],
  options: [
    { flags: "--input <json>", description: "the tool's input; raw line breaks inside strings are fine" },
    { flags: "--stdin", description: "read the input from standard input" },
    { flags: "--json", description: "print failures as JSON, too: an answer is JSON in any case" },
  ],
  examples: [
    [`baton call workflow_open --input '{"goal": "Publish v3.1.1", "steps": [{"key": "doctor"}]}'`, "open a run"],
    [`baton call workflow_resume --input '{"run_id": "WF-..."}'`, "ask what to do next"],
  ],
  run: async (io, [name], { input, stdin }) => {
    const tool = toolNamed(String(name));
    if (input !== undefined && stdin) throw usage("--input and --stdin exclude each other", "leave one of them out");
    const text = stdin ? await io.readStdin() : (input ?? "{}");
    const { value, locate } = readInput(text);
    return withRuns(io, opens(tool), async ({ context }) => {
      const result = await tool.call(context, value, locate);
      io.out(`${JSON.stringify({ ok: true, ...result }, null, 2)}\n`);
      return 0;
    });
  },
});

function opens({ name }: Tool): boolean {
  return name === "workflow_open";
}

/** The input with places in the text as it was given: escaping a line break moves what follows it on its line. */
function readInput(text: string): Pick<ReturnType<typeof parseJson>, "value" | "locate"> {
  const escaped = escapeRawBreaks(text);
  const parsed = parseJson(escaped, "input");
  const [problem, ...more] = parsed.findings;
  if (problem === undefined) return { value: parsed.value, locate: escaped === text ? parsed.locate : () => undefined };
  throw new Failure(problem.code, `the input: ${problem.message}`, {
    status: 2,
    hint: problem.hint ?? "give one JSON object, in single quotes where a shell reads it",
    where: problem.where,
    findings: more,
  });
}

function usage(message: string, hint: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint });
}
