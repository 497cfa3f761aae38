import { expect, test } from "vitest";
import { begun, fitted, moved, zoomed } from "./mapView";

const at = { x_px: 100, y_px: 50, zoom: 1 };

test("what is under the pointer stays there", () => {
  const near = zoomed(at, 2, 300, 200);
  expect(near.zoom).toBe(2);
  expect(near.x_px + 300 / near.zoom).toBe(at.x_px + 300);
  expect(near.y_px + 200 / near.zoom).toBe(at.y_px + 200);
});

test("there is a nearest and a furthest", () => {
  expect(zoomed(at, 1e9, 0, 0).zoom).toBe(4);
  expect(zoomed(at, 1e-9, 0, 0).zoom).toBe(0.05);
});

test("a map follows the hand", () => {
  expect(moved({ ...at, zoom: 2 }, 10, -20)).toEqual({ x_px: 95, y_px: 60, zoom: 2 });
});

test("a fitted map is as wide as its picture", () => {
  expect(fitted({ from: -10, to: 990 }, 500)).toEqual({ x_px: -10, y_px: -32, zoom: 0.5 });
});

test("a map that would be too small to read begins at its corner, or at what is selected", () => {
  expect(begun(at, null, [800, 600])).toBe(at);
  const small = { x_px: 0, y_px: 0, zoom: 0.3 };
  expect(begun(small, null, [800, 600])).toEqual({ x_px: -16, y_px: -16, zoom: 0.75 });
  const near = begun(small, { x: 150, y: 90 }, [800, 600]);
  expect((500 - near.x_px) * near.zoom).toBeCloseTo(400);
  expect((300 - near.y_px) * near.zoom).toBeCloseTo(300);
});
