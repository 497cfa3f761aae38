import { expect, it } from "vitest";
import { dateWords } from "./dateWords";

it("says no more than could be aimed at", () => {
  const words = (["day", "week", "month", "quarter", "year"] as const).map((grain) => dateWords("2025-06-11", grain));
  expect(words).toEqual(["11 June 2025", "11 June 2025", "June 2025", "Q2 2025", "2025"]);
  expect(dateWords("-0044-03-15", "day")).toBe("-0044-03-15");
});
