import type { ModelServer } from "../../test/e2e/model-server.ts";
import { verdictsIn } from "../../test/e2e/plays/verdicts.ts";

type Recorded = ModelServer["requests"][number];

/** Tells what Codex and its subagents do, a line an event, as the requests to the model server show it. */
export class Storyteller {
  readonly #model: ModelServer;
  readonly #print: (line: string) => void;
  #told = 0;
  #verdicts = 0;
  readonly #started = new Set<string>();

  constructor(model: ModelServer, print: (line: string) => void) {
    this.#model = model;
    this.#print = print;
  }

  /** Tells everything that has happened since it was last asked. */
  catchUp(): void {
    for (; this.#told < this.#model.requests.length; this.#told++) {
      const request = this.#model.requests[this.#told];
      if (request !== undefined) this.#tell(request);
    }
  }

  #tell(request: Recorded): void {
    if (request.isSubagent) this.#tellSubagent(request);
    else this.#tellOrchestrator(request);
  }

  #tellSubagent(request: Recorded): void {
    const agent = request.agentType ?? "a subagent";
    if (!this.#started.has(request.thread)) {
      this.#started.add(request.thread);
      this.#print(`  ${agent} is spawned and starts with its own instructions${lengthOf(ownInstructions(request))}`);
    }
    const sentBack = request.userTexts.at(-1);
    if (sentBack?.startsWith("<hook_prompt"))
      this.#print(`    Baton's hook sends the answer back: ${firstFinding(sentBack)}`);
  }

  #tellOrchestrator(request: Recorded): void {
    const skill = request.userTexts.find((text) => text.startsWith("<skill>"));
    if (request.turn === 0 && skill !== undefined) {
      this.#print(`  Codex hands the model the recipe${lengthOf(skill)}`);
    }
    const verdicts = verdictsIn(request);
    for (const { valid, route, because } of verdicts.slice(this.#verdicts)) {
      this.#print(`    its answer is checked: ${valid ? "valid" : "not valid"}, ${route}${because}`);
    }
    this.#verdicts = Math.max(this.#verdicts, verdicts.length);
  }
}

/** The part of the developer message that came from the agent's TOML. */
function ownInstructions({ developerTexts }: Recorded): string {
  return developerTexts.find((text) => text.includes("## Answer")) ?? "";
}

function lengthOf(text: string): string {
  return ` (${text.length.toLocaleString("en")} characters)`;
}

function firstFinding(prompt: string): string {
  return /^- (.*)$/m.exec(prompt)?.[1] ?? "";
}
