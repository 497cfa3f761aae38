import { expect, test } from "vitest";
import type { Understanding } from "../api/generated";
import { countedFrom } from "./sentence";

const read = (means: string) => ({ parts: [{ from: 0, to: 9, kind: "date", means }] }) as unknown as Understanding;

test("the preview says from which day a date counts", () => {
  const counted = "counted from 11 June 2025, this workspace's as-of day";
  expect(countedFrom(read(`10 June 2025, ${counted}`))).toBe(counted);
  expect(countedFrom(read(`12 June 2025, ${counted}, still ahead: planned`))).toBe(counted);
  expect(countedFrom(read("12 June 2025, still ahead: planned"))).toBe("");
  expect(countedFrom(read("11 June 2025"))).toBe("");
  expect(countedFrom({ parts: [] } as unknown as Understanding)).toBe("");
});
