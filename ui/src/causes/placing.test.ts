import { expect, test } from "vitest";
import { HitKind } from "../scene/decode";
import { Placing, nodeOf, spotOf } from "./placing.svelte";

const box = { x: 100, y: 50, width: 40, height: 20 };
const at = { x_px: 10, y_px: -16, zoom: 2 };

test("a box is where its middle is on the map, moved and zoomed as it is", () => {
  expect(spotOf("7", box, at)).toEqual({ id: "7", x: 70, y: 14 });
});

test("a press is no drag, and a drag is dropped where it ends", () => {
  const placing = new Placing();
  placing.take("7", box, 110, 60);
  expect(placing.move(111, 61)).toBe(false);
  expect(placing.drop(at)).toBeNull();
  placing.take("7", box, 110, 60);
  expect(placing.move(130, 60)).toBe(true);
  // Back near where it began it still is a drag.
  placing.move(112, 60);
  expect(placing.drop(at)).toEqual({ id: "7", x: 71, y: 14 });
  expect(placing.ghost).toBeNull();
});

test("boxes are put elsewhere on their own chart only", () => {
  const event = { ...box, hit: HitKind.Event, id: "7" };
  const theme = { ...box, hit: HitKind.Lane, id: "theme 3" };
  expect(nodeOf(event, "layers-down")).toBe("7");
  expect(nodeOf(event, "themes")).toBeNull();
  expect(nodeOf(theme, "themes")).toBe("3");
  // An actor that stands beside the themes it acts in is no node of that map.
  expect(nodeOf({ ...theme, id: "actor 5" }, "themes")).toBeNull();
  expect(nodeOf(null, "actors")).toBeNull();
});
