import { expect, test } from "vitest";
import { pathsNamed } from "../../../src/audit/handoff/paths-named.ts";

test.each<[string, ...string[]]>([
  ["design_path: docs/design/a.md", "docs/design/a.md"],
  ["Review design_path docs/design/a.md with care.", "docs/design/a.md"],
  ["`design_path`: `docs/design/a.md`, `docs/design/b.md`", "docs/design/a.md", "docs/design/b.md"],
  ['{"design_path": ["docs/design/a.md", "docs/design/b.md"]}', "docs/design/a.md", "docs/design/b.md"],
  ["design_path=docs/design/a.md and docs/design/b.md", "docs/design/a.md", "docs/design/b.md"],
  ["- **design_path**: docs/design/größe.md:12 (approved)", "docs/design/größe.md"],
  ["design_path: /project/docs/design/a.md#errors", "/project/docs/design/a.md"],
  ["design_path: docs/design/a.md\nprd_path: docs/prd/a.md", "docs/design/a.md"],
  ["design_path: see docs/design/a.md"],
  ["design_path: none, n/a"],
  ["The design_path is given below."],
  ["my_design_path: docs/design/a.md"],
])("%s names its paths", (prompt, ...paths) => {
  expect(pathsNamed(prompt, "design_path")).toEqual(paths);
});
