import { expect, test } from "vitest";
import { HitKind, type Hit } from "../scene/decode";
import { binCount, outlinePath, tickPath } from "./ticks";

test("only bins with hits have ticks, in the middle of the bin, the fullest the longest", () => {
  expect(tickPath([0, 3, 0, 1], 100, 40, 5, 10)).toBe("M115 5v10M135 5v7.8");
  expect(tickPath([0, 0], 0, 10, 0, 10)).toBe("");
  expect(tickPath([], 0, 10, 0, 10)).toBe("");
});

test("there are never more bins than may be asked for", () => {
  expect(binCount(300)).toBe(100);
  expect(binCount(4000)).toBe(500);
  expect(binCount(0)).toBe(1);
});

test("outlines leave room around each mark", () => {
  const mark = (x: number): Hit => ({ x, y: 20, width: 10, height: 8, hit: HitKind.Event, id: "1" });
  expect(outlinePath([mark(10), mark(50)])).toBe("M7 17h16v14h-16zM47 17h16v14h-16z");
});
