import { describe, expect, test } from "vitest";
import { objectsOf } from "./json-value.ts";
import { setUpWorkbench } from "./workbench.ts";

describe("codex app-server", { timeout: 20_000 }, () => {
  test("it tells which skills are in force, and none of the machine's are", async () => {
    const skill = "---\nname: greet\ndescription: Greets. Use when greeting.\n---\nSay hello.\n";
    const bench = await setUpWorkbench({
      script: [],
      files: { ".agents/skills/greet/SKILL.md": skill },
    });

    const server = await bench.appServer();
    const { data } = await server.call("skills/list", { cwds: [bench.repository.root] });

    const skills = objectsOf(data).flatMap((entry) => objectsOf(entry.skills));
    expect(skills.filter((one) => one.scope !== "system")).toMatchObject([{ name: "greet", scope: "repo" }]);
  });

  test("it warns of an agent file that does not load", async () => {
    const files = {
      ".codex/agents/broken.toml": 'name = "broken"\ndescription = "x"\ndeveloper_instructions = "x"\ncolour = "red"\n',
    };
    const bench = await setUpWorkbench({ script: [], files });

    const server = await bench.appServer();
    await server.call("hooks/list", { cwds: [bench.repository.root] });

    const warnings = server.notifications.filter(({ method }) => method === "configWarning");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.params.summary).toContain("unknown field `colour`");
  });

  test("it rejects a call it does not know", async () => {
    const server = await (await setUpWorkbench({ script: [] })).appServer();

    await expect(server.call("no/such/method")).rejects.toThrow("no/such/method");
  });
});
