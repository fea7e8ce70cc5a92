import { expect, test } from "vitest";
import { lanesOf } from "../../src/render/page/lanes.ts";
import { timeScale } from "../../src/render/page/time-scale.ts";

const minutes = (count: number): number => count * 60_000;
const span = (from: number, to: number) => ({ from: minutes(from), to: minutes(to) });

test("without long breaks a moment stands where its share of the time is", () => {
  const { at, gaps } = timeScale(span(0, 10), [span(0, 4), span(4.5, 10)]);
  expect([at(0), at(minutes(2.5)), at(minutes(10)), gaps]).toEqual([0, 25, 100, []]);
});

test("moments outside the period stand at its ends", () => {
  const { at } = timeScale(span(5, 10), []);
  expect([at(0), at(minutes(20))]).toEqual([0, 100]);
});

test("a night between two turns is drawn short", () => {
  const { at, gaps } = timeScale(span(0, 620), [span(0, 10), span(610, 620)]);
  expect(gaps).toEqual([span(10, 610)]);
  expect([at(minutes(10)), at(minutes(610))].map(Math.round)).toEqual([48, 52]);
});

test("many breaks together take less than a third of the line", () => {
  const work = Array.from({ length: 40 }, (_, day) => span(day * 1_000, day * 1_000 + 10));
  const { at, gaps } = timeScale(span(0, 39_010), work);
  const width = gaps.reduce((sum, { from, to }) => sum + at(to) - at(from), 0);
  expect(gaps).toHaveLength(39);
  expect(width).toBeCloseTo(30);
});

test("moments keep their order over breaks", () => {
  const { at } = timeScale(span(0, 3_000), [span(0, 10), span(1_000, 1_020), span(2_990, 3_000)]);
  const places = Array.from({ length: 300 }, (_, index) => at(minutes(index * 10)));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("labels are round times, some apart, none in a break", () => {
  const { ticks } = timeScale(span(0, 620), [span(0, 10), span(610, 620)]);
  expect(ticks.map(({ sinceMs }) => sinceMs / 60_000)).toEqual([0, 5, 10, 615, 620]);
});

test("a session of no length has a line all the same", () => {
  const { at, ticks } = timeScale({ from: 7, to: 7 }, []);
  expect([at(7), ticks.length]).toEqual([0, 1]);
});

test("work at the same time stands in lanes of its own, work after it in the first that is free", () => {
  const { placed, lanes } = lanesOf([span(0, 5), span(6, 8), span(2, 7), span(3, 4)]);
  expect({ lanes, placed: placed.map(({ from, lane }) => [from / 60_000, lane]) }).toEqual({
    lanes: 3,
    placed: [
      [0, 0],
      [2, 1],
      [3, 2],
      [6, 0],
    ],
  });
});
