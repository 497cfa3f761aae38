import { expect, test } from "vitest";
import { type Shown, change } from "./back.svelte";

const shown: Shown = { view: "timeline", focus: null, filter: {}, span: { from: 0, to: 100 }, at: null };

test("another chart, part of the graph or filter is another view", () => {
  expect(change(shown, { ...shown, view: "causes" })).toBe("view");
  expect(change(shown, { ...shown, focus: "3" })).toBe("view");
  expect(change(shown, { ...shown, filter: { words: "tariff" } })).toBe("view");
});

test("moving is no view of its own, zooming is", () => {
  expect(change(shown, { ...shown, span: { from: 40, to: 140 } })).toBeNull();
  expect(change(shown, { ...shown, span: { from: 0, to: 50 } })).toBe("zoom");
  expect(change(shown, { ...shown, span: null })).toBe("zoom");
  const map = { ...shown, span: null, at: { x_px: 0, y_px: 0, zoom: 1 } };
  expect(change(map, { ...map, at: { x_px: 300, y_px: 20, zoom: 1 } })).toBeNull();
  expect(change(map, { ...map, at: { x_px: 0, y_px: 0, zoom: 1.4 } })).toBe("zoom");
});
