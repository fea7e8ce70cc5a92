import { expect, test } from "vitest";
import { projectPath } from "../../../src/audit/shell/project-path.ts";

test.each([
  ["src/a.ts", null, "src/a.ts"],
  ["./src//b/../a.ts", null, "src/a.ts"],
  ["/project/src/a.ts", null, "src/a.ts"],
  ["a.ts", "/project/src", "src/a.ts"],
  ["../a.ts", "/project/src", "a.ts"],
  ["a.ts", "src", "src/a.ts"],
  ["../other/a.ts", null, "/other/a.ts"],
  ["/projects/a.ts", null, "/projects/a.ts"],
  ["$HOME/a.ts", "/project/src", "$HOME/a.ts"],
])("%s, from %s, is %s in the project", (path, cwd, seen) => {
  expect(projectPath(path, { cwd, root: "/project" })).toBe(seen);
});

test("where the project's directory is not known, commands are taken to run in it", () => {
  expect(projectPath("./src/a.ts", { cwd: "/anywhere", root: null })).toBe("src/a.ts");
});
