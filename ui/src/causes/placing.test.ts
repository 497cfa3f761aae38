import { expect, test } from "vitest";
import { HitKind } from "../scene/decode";
import { Placing, nodeOf, placeIn, slotOf } from "./placing.svelte";

const box = { x: 100, y: 50, width: 40, height: 20 };

/** Two columns: 1 above 2, and 3. */
const all = [
  { id: "1", box: { ...box, x: 0, y: 0 } },
  { id: "2", box: { ...box, x: 4, y: 60 } },
  { id: "3", box: { ...box, x: 100, y: 0 } },
];

test("a slot is a row and the node before it, or a new row between two", () => {
  const at = (x: number, y: number, on = "layers") => slotOf("7", { ...box, x, y }, all, on);
  expect(at(2, 90)).toEqual({ id: "7", row: 0, after: "2" });
  expect(at(10, 30)).toEqual({ id: "7", row: 0, after: "1" });
  expect(at(96, -40)).toEqual({ id: "7", row: 1 });
  expect(at(50, 0)).toEqual({ id: "7", row: 0.5 });
  expect(at(-60, 0)).toEqual({ id: "7", row: -0.5 });
  expect(at(200, 0)).toEqual({ id: "7", row: 1.5 });
  // Read downward, rows are counted by height.
  expect(at(200, 4, "layers-down")).toEqual({ id: "7", row: 0, after: "3" });
  // Where it stood does not count.
  expect(slotOf("1", box, all, "layers")).toEqual({ id: "1", row: 1, after: "3" });
});

test("a press is no drag, and a drag is dropped where it ends", () => {
  const placing = new Placing();
  placing.take("7", box, 110, 60);
  expect(placing.move(111, 61)).toBe(false);
  expect(placing.drop()).toBeNull();
  placing.take("7", box, 110, 60);
  expect(placing.move(130, 60)).toBe(true);
  // Back near where it began it still is a drag.
  placing.move(112, 60);
  expect(placing.drop()).toEqual({ id: "7", box: { ...box, x: 102 } });
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

test("where the chart says which places there are, a box falls into the nearest", () => {
  const place = (id: string, x: number, y: number) => ({ x, y, width: 80, height: 20, hit: HitKind.Row, id });
  const places = [place("0 -", 0, 0), place("1 -", 0, 60), place("1 5", 80, 60), place("1.5 7", 0, 80)];
  expect(placeIn("7", { ...box, x: 90, y: 62 }, places)).toEqual({ id: "7", row: 1, after: "5" });
  expect(placeIn("7", { ...box, x: 4, y: -30 }, places)).toEqual({ id: "7", row: 0 });
  // No entry is its own neighbor.
  expect(placeIn("7", { ...box, x: 4, y: 90 }, places)).toEqual({ id: "7", row: 1 });
  expect(placeIn("7", box, [])).toBeNull();
});
