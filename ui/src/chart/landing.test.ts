import { expect, test } from "vitest";
import { landing } from "./landing";

test("arrows go to the next row and not beyond the ends", () => {
  expect(landing("ArrowDown", 4, 10)).toBe(5);
  expect(landing("ArrowUp", 4, 10)).toBe(3);
  expect(landing("ArrowDown", 9, 10)).toBeNull();
  expect(landing("ArrowUp", 0, 10)).toBeNull();
});

test("Home, End and the page keys reach rows that are not there yet", () => {
  expect(landing("End", 4, 1_000_000)).toBe(999_999);
  expect(landing("Home", 999_999, 1_000_000)).toBe(0);
  expect(landing("PageDown", 999_990, 1_000_000)).toBe(999_999);
  expect(landing("PageUp", 500, 1_000_000)).toBe(480);
});

test("other keys are the chart's", () => {
  expect(landing("+", 4, 10)).toBeNull();
  expect(landing("End", 0, 0)).toBeNull();
});
