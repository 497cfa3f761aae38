import { expect, test } from "vitest";
import type { Understanding } from "../api/generated";
import { dateNote } from "./said";

const read = (in_words: string, means: string) =>
  ({ date: { in_words }, parts: [{ from: 0, to: 9, kind: "date", means }] }) as unknown as Understanding;

test("the preview says from which day a date counts", () => {
  const means = "10 June 2025, counted from 11 June 2025, this workspace's as-of day";
  expect(dateNote(read("10 June 2025", means))).toBe("counted from 11 June 2025, this workspace's as-of day");
  expect(dateNote(read("12 June 2025", "12 June 2025, still ahead: planned"))).toBe("still ahead: planned");
  expect(dateNote(read("11 June 2025", "11 June 2025"))).toBe("");
  expect(dateNote({ date: null, parts: [] } as unknown as Understanding)).toBe("");
});
