import { expect, test } from "vitest";
import { Line } from "./line";
import type { Picture } from "./picture";

const picture = (pieces: string): Picture => ({
  span: { from: 0, to: 1000 },
  contentHeightPx: 0,
  inside: 0,
  earlier: 0,
  later: 0,
  state: 0,
  counts: "",
  layout: null,
  legend: null,
  scene: { width: 200, height: 100, hits: [] },
  bytes: new ArrayBuffer(0),
  offset: 0,
  plot: { x: 100, y: 0, width: 100, height: 100 },
  pieces,
});

/** Ten days in 45 pixels, 980 days in 10, ten days in 45. */
const FOLDED = "0 10 100 145;10 990 145 155;990 1000 155 200";

test("without folds a pixel is a share of the window", () => {
  const line = Line.of(picture(""));
  expect(line.isFolded).toBe(false);
  expect(line.daysAt(150)).toBe(500);
  expect(line.xOf(250)).toBe(125);
});

test("days and pixels agree on both sides of a fold, and beyond the ends", () => {
  const line = Line.of(picture(FOLDED));
  for (const days of [-5, 0, 3, 10, 500, 990, 995, 1004]) expect(line.daysAt(line.xOf(days))).toBeCloseTo(days, 6);
  expect(line.daysAt(177.5)).toBe(995);
});

test("moving and zooming keep the page even", () => {
  const line = Line.of(picture(FOLDED));
  const moved = line.moved({ from: 0, to: 10 }, 55);
  expect(moved.from).toBeCloseTo(990);
  expect(moved.to).toBeCloseTo(1000);
  const near = line.zoomed({ from: 0, to: 1000 }, 0.5, 995);
  expect(line.xOf(near.to) - line.xOf(near.from)).toBeCloseTo(50);
  expect(line.xOf(995)).toBeCloseTo(177.5);
});
