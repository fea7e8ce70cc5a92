import { expect, test } from "vitest";
import { readCommand } from "../../../src/audit/shell/read-command.ts";

test.each([
  String.raw`sed -i 's/- \[ \] T-1: Tokens/- [x] T-1: Tokens/' plan.md`,
  String.raw`sed -i.bak -e 's|^- \[ \] T-1|- [x] T-1|' plan.md`,
  String.raw`sed -i '' '12s/\[ \]/[X]/' plan.md`,
  String.raw`sed -i '/T-1/ s/\[ \]/[x]/g' plan.md`,
  String.raw`sed -E -i 's/\[ \] T-1\.2$/[x] T-1.2/' plan.md`,
  String.raw`sed --in-place --expression='s#\[ ]#[x]#' plan.md`,
  String.raw`sed -i 's/\[ \] T-1 (tokens)/[x] T-1 (tokens)/' plan.md`,
])("%s ticks boxes", (command) => {
  expect(readCommand(command)).toMatchObject({ writes: ["plan.md"], ticks: ["plan.md"] });
});

test.each([
  ["puts other words there", String.raw`sed -i 's/- \[ \] T-1/- [x] T-2/' plan.md`],
  ["takes a tick away", String.raw`sed -i 's/\[x\]/[ ]/' plan.md`],
  ["takes a box away", String.raw`sed -i 's/\[ \] //' plan.md`],
  ["finds more than it says", String.raw`sed -i 's/\[ \].*/[x]/' plan.md`],
  ["puts back what a group found", String.raw`sed -i 's/\(- \)\[ \]/\1[x]/' plan.md`],
  ["does a second thing", String.raw`sed -i 's/\[ \]/[x]/; s/a/b/' plan.md`],
  ["has a second script", String.raw`sed -i -e 's/\[ \]/[x]/' -e 's/a/b/' plan.md`],
  ["has a script in a file", "sed -i -f ticks.sed plan.md"],
  ["writes elsewhere, too", String.raw`sed -i 's/\[ \]/[x]/w other.md' plan.md`],
  ["takes a space for a box", "sed -i 's/[ ]/[x]/' plan.md"],
  ["finds the rest of the line and puts a star there", String.raw`sed -i 's/\[ \] .*/[x] .*/' plan.md`],
  ["groups what it finds", String.raw`sed -E -i 's/\[ \] (T-1)/[x] (T-1)/' plan.md`],
  ["puts what it found twice", String.raw`sed -i 's/\[ \] &/[x] &/' plan.md`],
  ["prints nothing", String.raw`sed -n -i 's/\[ \]/[x]/' plan.md`],
  ["deletes a line", String.raw`sed -i '/\[ \]/d' plan.md`],
])("one that %s does more", (_, command) => {
  expect(readCommand(command)).toMatchObject({ writes: ["plan.md"], ticks: [] });
});

test("what only prints ticks nothing", () => {
  expect(readCommand(String.raw`sed 's/\[ \]/[x]/' plan.md`).ticks).toEqual([]);
});
