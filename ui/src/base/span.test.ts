import { describe, expect, test } from "vitest";
import { centered, daysOf, emptyWindow, fitted, isoOf, moved, nudged, resized, widened, zoomed } from "./span";

const june = { from: 100, to: 130 };

describe("the window in time", () => {
  test("zooming keeps what is under the pointer", () => {
    const near = zoomed(june, 0.5, 110);
    expect((110 - near.from) / (near.to - near.from)).toBeCloseTo(1 / 3);
    expect(near.to - near.from).toBeCloseTo(15);
  });

  test("widening holds both stretches, with room", () => {
    const wide = widened(june, { from: 140, to: 140 });
    expect(wide.from).toBeLessThan(100);
    expect(wide.to).toBeGreaterThan(140);
    expect(wide.to).toBeLessThan(145);
  });

  test("zooming stops at half an hour and at five thousand years", () => {
    let span = june;
    for (let turn = 0; turn < 200; turn += 1) span = zoomed(span, 0.5, 110);
    expect(span.to - span.from).toBeCloseTo(1 / 48);
    for (let turn = 0; turn < 200; turn += 1) span = zoomed(span, 2, 110);
    expect(span.to - span.from).toBeCloseTo(365.2425 * 5000, 0);
  });

  test("ends do not cross and lengths are kept", () => {
    expect(resized(june, "from", 200).from).toBeLessThan(130);
    expect(resized(june, "to", 0).to).toBeGreaterThan(100);
    expect(moved(june, 5)).toEqual({ from: 105, to: 135 });
    expect(centered(june, 0)).toEqual({ from: -15, to: 15 });
  });
});

test("days and ISO dates", () => {
  expect(daysOf("1970-01-02")).toBe(1);
  expect(daysOf("1970-01-01T12:00:00")).toBe(0.5);
  expect(daysOf("0044-03-15")).toBeLessThan(-700_000);
  expect(daysOf("May")).toBeNull();
  for (const iso of ["2025-06-11", "1969-12-31", "2024-02-29", "0044-03-15", "-0044-03-15"])
    expect(isoOf(daysOf(iso) ?? NaN)).toBe(iso);
});

test("a fitted span is centered with a margin, and a single day is shown with days around it", () => {
  expect(fitted({ from: 100, to: 200 })).toEqual({ from: 92, to: 208 });
  expect(fitted({ from: 100, to: 101 })).toEqual({ from: 90, to: 111 });
});

test("with nothing to show the window lies around the as-of day, or else around today", () => {
  const now = Date.UTC(2026, 10, 23, 7);
  const middle = (span: { from: number; to: number }) => isoOf((span.from + span.to) / 2);
  expect(middle(emptyWindow(null, null, now))).toBe("2026-11-23");
  expect(middle(emptyWindow(null, "2025-06-11", now))).toBe("2025-06-11");
  expect(emptyWindow({ from: 100, to: 200 }, "2025-06-11", now)).toEqual({ from: 92, to: 208 });
});

describe("a window is moved just enough to show what was added", () => {
  // Room of 8 in a window of 100.
  const window = { from: 0, to: 100 };
  test.each([
    ["later", { from: 150, to: 151 }, { from: 59, to: 159 }],
    ["earlier", { from: -50, to: -49 }, { from: -58, to: 42 }],
    ["inside", { from: 20, to: 30 }, { from: 0, to: 100 }],
    ["just beyond the end", { from: 100, to: 101 }, { from: 9, to: 109 }],
    ["at the very beginning", { from: 0, to: 1 }, { from: -8, to: 92 }],
    ["longer than the window, from its beginning", { from: 300, to: 900 }, { from: 292, to: 392 }],
    ["longer, earlier", { from: -900, to: -300 }, { from: -908, to: -808 }],
    ["as long as the window", { from: 200, to: 300 }, { from: 192, to: 292 }],
  ])("%s", (_, added, expected) => expect(nudged(window, added)).toEqual(expected));

  test("the zoom stays", () => {
    for (const at of [-1e5, -3, 40, 99, 3e5]) {
      const moved = nudged(window, { from: at, to: at + 2 });
      expect(moved.to - moved.from).toBeCloseTo(100);
      expect(moved.from).toBeLessThanOrEqual(at);
      expect(moved.to).toBeGreaterThanOrEqual(at + 2);
    }
  });
});
