import { expect, test } from "vitest";
import { nextPlace } from "./uncited.svelte";

test("the walk goes round, from either end", () => {
  expect(nextPlace(3, null, false, 1)).toBe(0);
  expect(nextPlace(3, null, false, -1)).toBe(2);
  expect(nextPlace(3, 2, true, 1)).toBe(0);
  expect(nextPlace(3, 0, true, -1)).toBe(2);
  expect(nextPlace(0, 0, true, 1)).toBeNull();
});

test("none is skipped when the one we stood at was cited meanwhile", () => {
  expect(nextPlace(3, 1, false, 1)).toBe(1);
  expect(nextPlace(2, 2, false, 1)).toBe(0);
  expect(nextPlace(3, 1, false, -1)).toBe(0);
});
