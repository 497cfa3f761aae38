import { expect, test } from "vitest";
import type { DateDetail } from "../api/generated";
import { dayOf } from "./day";

test.each([
  ["2025-06-11", "2025-06-11", "2025-06-11"],
  ["2025-06-11T18:00:00", "2025-06-11T18:00:00", "2025-06-11"],
  ["2025-06-11", "2025-06-12", null],
  ["2025-06-01", "2025-06-30", null],
  [null, "2025-06-11", null],
  ["2025-06-11", null, null],
  [null, null, null],
])("%s to %s", (start_earliest, end_latest, day) =>
  expect(dayOf({ start_earliest, end_latest } as DateDetail)).toBe(day),
);
