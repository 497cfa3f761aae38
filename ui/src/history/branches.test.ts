import { expect, test } from "vitest";
import type { StepLine } from "../api/generated";
import { dayOf, indents } from "./branches";

const step = (number: number, parent: number, done: boolean): StepLine => ({
  number,
  parent,
  done,
  name: `step ${number}`,
  at: null,
});
const drawn = (steps: StepLine[]) => [...indents(steps)].sort(([a], [b]) => a - b).map(([, depth]) => depth);

test("what can still be redone goes straight on", () => {
  expect(drawn([step(3, 2, false), step(2, 1, false), step(1, 0, true)])).toEqual([0, 0, 0]);
});

test("an abandoned branch is indented beside the current line", () => {
  // 1, then 2 and 3 undone, then 4 in their place.
  expect(drawn([step(4, 1, true), step(3, 2, false), step(2, 1, false), step(1, 0, true)])).toEqual([0, 1, 1, 0]);
});

test("a branch of a branch stands further in", () => {
  // On the left branch, 3 was undone for 4; then all was undone for 5.
  expect(drawn([step(5, 1, true), step(4, 2, false), step(3, 2, false), step(2, 1, false), step(1, 0, true)])).toEqual([
    0, 1, 2, 1, 0,
  ]);
});

test("a page whose older steps are not there yet is drawn all the same", () => {
  expect(drawn([step(9, 8, true), step(8, 4, true), step(7, 6, false)])).toEqual([0, 0, 0]);
});

test("days are named in local time", () => {
  const now = new Date(2026, 4, 3, 0, 30);
  expect(dayOf(new Date(2026, 4, 3, 0, 10).toISOString(), now)).toBe("Today");
  expect(dayOf(new Date(2026, 4, 2, 23, 50).toISOString(), now)).toBe("Yesterday");
  expect(dayOf(new Date(2026, 3, 30, 12).toISOString(), now)).toBe("30 April 2026");
  expect(dayOf(null, now)).toBe("Time unknown");
});
