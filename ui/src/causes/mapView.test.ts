import { expect, test } from "vitest";
import { FRAMES, centered, moved, nearest, onMinimap, within, zoomed } from "./mapView";

const frame = FRAMES["cause-map"];
const at = { x_px: 100, y_px: 50, zoom: 2 };

test("what is under the pointer stays there", () => {
  const near = zoomed(at, 2, 316, 238, frame);
  expect(near.zoom).toBe(4);
  // The part begins at (16, 38) of the picture.
  expect(near.x_px + 300 / near.zoom).toBe(at.x_px + 300 / at.zoom);
  expect(near.y_px + 200 / near.zoom).toBe(at.y_px + 200 / at.zoom);
});

test("there is a nearest zoom, and the furthest shows all of the map", () => {
  expect(zoomed(at, 1e9, 0, 0, frame).zoom).toBe(8);
  expect(zoomed(at, 0.5, 300, 200, frame)).toBe(frame.whole);
});

test("a map follows the hand", () => {
  expect(moved(at, 10, -20)).toEqual({ x_px: 95, y_px: 60, zoom: 2 });
});

test("scrolling ends where the map does", () => {
  const size = [800, 600] as const;
  expect(within({ x_px: 900, y_px: -40, zoom: 2 }, frame, size, 0)).toEqual({ x_px: 400, y_px: 0, zoom: 2 });
  // All of it is shown: there is nothing to scroll, unless it needs more height than there is.
  expect(within({ x_px: 5, y_px: 90, zoom: 1 }, frame, size, 0)).toEqual(frame.whole);
  expect(within({ x_px: 0, y_px: 900, zoom: 1 }, frame, size, 760)).toEqual({ x_px: 0, y_px: 160, zoom: 1 });
  expect(within({ x_px: 0, y_px: 0, zoom: 1 }, FRAMES.themes, size, 0)).toEqual({ x_px: -16, y_px: -16, zoom: 1 });
});

test("what is to be shown comes into the middle", () => {
  const to = centered(frame.whole, 216, 138, 2, frame, [800, 600]);
  // The point 200, 100 of the map.
  expect((200 - to.x_px) * to.zoom + frame.x).toBe(400);
  expect((100 - to.y_px) * to.zoom + frame.y).toBe(300);
});

test("a press on the small map shows that part", () => {
  const to = onMinimap({ id: "600.0 400.0 0.200000" }, 640, 420, at, frame, [800, 600]);
  expect(to && (200 - to.x_px) * to.zoom + frame.x).toBe(400);
  expect(to && (100 - to.y_px) * to.zoom + frame.y).toBe(300);
  expect(onMinimap({ id: "" }, 0, 0, at, frame, [800, 600])).toBeNull();
});

test("a chip belongs to the entry beside it", () => {
  const places = new Map([
    ["1", { x: 0, y: 0, width: 20, height: 20 }],
    ["2", { x: 100, y: 0, width: 20, height: 20 }],
  ]);
  expect(nearest({ x: 124, y: 2, width: 18, height: 16 }, places)).toBe("2");
  expect(nearest({ x: 0, y: 0, width: 1, height: 1 }, new Map())).toBeNull();
});
