import { describe, expect, test } from "vitest";
import { HitKind, type Scene } from "../scene/decode";
import { Strip } from "./overview";

describe("the overview strip", () => {
  const hit = (x: number, width: number, id: string) => ({ x, y: 0, width, height: 50, hit: HitKind.Overview, id });
  const scene = (...hits: Scene["hits"]): Scene => ({ width: 300, height: 50, items: [], hits });
  const strip = Strip.of(scene(hit(200, 100, "1000 1100"), hit(100, 80, "0 80")), null);

  test("time runs piece by piece, and a gap belongs to what comes after it", () => {
    expect(strip?.daysAt(140)).toBe(40);
    expect(strip?.daysAt(190)).toBe(1000);
    expect(strip?.daysAt(250)).toBe(1050);
    expect(strip?.daysAt(0)).toBe(0);
    expect(strip?.daysAt(999)).toBe(1100);
    for (const x of [110, 177, 230]) expect(strip?.xOf(strip.daysAt(x))).toBeCloseTo(x);
  });

  test("a window too narrow to see is held in its middle, with its ends beside that", () => {
    const window = { from: 40, to: 40.01 };
    expect([128, 132, 140, 147, 152].map((x) => strip?.gripAt(x, window))).toEqual([
      null,
      "from",
      "window",
      "to",
      null,
    ]);
  });

  test("the window is moved in its middle and resized at its ends", () => {
    const window = { from: 20, to: 60 };
    expect([118, 140, 162, 190].map((x) => strip?.gripAt(x, window))).toEqual(["from", "window", "to", null]);
    expect(strip?.dragged(window, "window", 140, 150)).toEqual({ from: 30, to: 70 });
    expect(strip?.dragged(window, "to", 162, 172).to).toBe(70);
    expect(strip?.jumped(window, 250)).toEqual({ from: 1030, to: 1070 });
  });

  test("a strip may say at which pixels its time begins and ends", () => {
    const inner = Strip.of(scene(hit(84, 216, "0 100 100 200")), null);
    expect([inner?.daysAt(150), inner?.daysAt(90), inner?.daysAt(250)]).toEqual([50, 0, 100]);
  });

  test("without times the whole strip is the whole extent", () => {
    expect(Strip.of(scene(hit(100, 100, "")), { from: 0, to: 10 })?.daysAt(150)).toBe(5);
    expect(Strip.of(scene(), { from: 0, to: 10 })).toBeNull();
  });
});
