import { describe, expect, it } from "vitest";
import { grainAt, shiftDays, shiftWords, snapped } from "./snap";
import { daysOf, isoOf } from "../base/span";

const day = (iso: string) => daysOf(iso) ?? NaN;
const at = (iso: string, grain: Parameters<typeof snapped>[1]) => isoOf(snapped(day(iso), grain));

describe("snapping", () => {
  it("takes the finest grain that can be aimed at", () => {
    expect(grainAt(0.01)).toBe("day");
    expect(grainAt(1 / 7)).toBe("day");
    expect(grainAt(0.5)).toBe("week");
    expect(grainAt(3)).toBe("month");
    expect(grainAt(12)).toBe("quarter");
    expect(grainAt(400)).toBe("year");
  });

  it("lands on the nearest beginning", () => {
    expect(at("2025-06-11", "week")).toBe("2025-06-09");
    expect(at("2025-06-13", "week")).toBe("2025-06-16");
    expect(at("2025-06-11", "month")).toBe("2025-06-01");
    expect(at("2025-12-20", "month")).toBe("2026-01-01");
    expect(at("2025-06-11", "quarter")).toBe("2025-07-01");
    expect(at("1969-03-02", "year")).toBe("1969-01-01");
  });

  it("moves an end to the last day before a beginning", () => {
    const end = day("2025-06-11");
    expect(isoOf(end + shiftDays(end, 16, "end", "month"))).toBe("2025-06-30");
    expect(isoOf(end + shiftDays(end, 16, "start", "month"))).toBe("2025-07-01");
    expect(shiftDays(end, 2.6, "both", "day")).toBe(3);
  });

  it("says it in words", () => {
    expect([1, -2, 0].map(shiftWords)).toEqual(["1 day later", "2 days earlier", "unchanged"]);
  });
});
