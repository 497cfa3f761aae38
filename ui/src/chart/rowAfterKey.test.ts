import { expect, test } from "vitest";
import { rowAfterKey } from "./rowAfterKey";

test("arrows go to the next row and not beyond the ends", () => {
  expect(rowAfterKey("ArrowDown", 4, 10)).toBe(5);
  expect(rowAfterKey("ArrowUp", 4, 10)).toBe(3);
  expect(rowAfterKey("ArrowDown", 9, 10)).toBeNull();
  expect(rowAfterKey("ArrowUp", 0, 10)).toBeNull();
});

test("Home, End and the page keys reach rows that are not there yet", () => {
  expect(rowAfterKey("End", 4, 1_000_000)).toBe(999_999);
  expect(rowAfterKey("Home", 999_999, 1_000_000)).toBe(0);
  expect(rowAfterKey("PageDown", 999_990, 1_000_000)).toBe(999_999);
  expect(rowAfterKey("PageUp", 500, 1_000_000)).toBe(480);
});

test("other keys are the chart's", () => {
  expect(rowAfterKey("+", 4, 10)).toBeNull();
  expect(rowAfterKey("End", 0, 0)).toBeNull();
});
