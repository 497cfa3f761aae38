import { expect, test } from "vitest";
import { wheelWish, wishOf } from "./keys";

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test("arrows walk with a selection and pan without, and Shift pans always", () => {
  expect(wishOf(press("ArrowRight"), true)).toEqual({ do: "walk", toward: "later" });
  expect(wishOf(press("ArrowUp"), true)).toEqual({ do: "walk", toward: "above" });
  expect(wishOf(press("ArrowRight"), false)).toMatchObject({ do: "pan" });
  expect(wishOf(press("ArrowRight", { shiftKey: true }), true)).toMatchObject({ do: "pan" });
});

test("brackets step through hits and F looks closely, with a selection or without", () => {
  expect(wishOf(press("["), false)).toEqual({ do: "step", toward: "earlier" });
  expect(wishOf(press("]"), true)).toEqual({ do: "step", toward: "later" });
  expect(wishOf(press("F", { shiftKey: true }), true)).toEqual({ do: "focus" });
  expect(wishOf(press("f", { ctrlKey: true }), true)).toBeNull();
});

test("digits say how far the chain of a selection reaches, and nought still fits", () => {
  expect(wishOf(press("3"), true)).toEqual({ do: "reach", steps: 3 });
  expect(wishOf(press("3"), false)).toBeNull();
  expect(wishOf(press("0"), true)).toEqual({ do: "fit" });
});

test("P pins on the timeline, with Shift it holds in place", () => {
  expect(wishOf(press("p"), true)).toEqual({ do: "pin" });
  // With the caps locked it still is no Shift.
  expect(wishOf(press("P"), true)).toEqual({ do: "pin" });
  expect(wishOf(press("P", { shiftKey: true }), true)).toEqual({ do: "place" });
  expect(wishOf(press("P", { shiftKey: true }), false)).toBeNull();
});

test("keys with Ctrl or Alt belong to the window", () => {
  expect(wishOf(press("0", { ctrlKey: true }), true)).toBeNull();
  expect(wishOf(press("ArrowLeft", { altKey: true }), true)).toBeNull();
});

test("Escape and Enter want a selection", () => {
  expect(wishOf(press("Escape"), false)).toBeNull();
  expect(wishOf(press("Enter"), true)).toEqual({ do: "inspect" });
});

test("the wheel scrolls lanes that overflow, else it zooms; Ctrl zooms and Shift pans", () => {
  const turn = { deltaX: 0, deltaY: 100, ctrlKey: false, metaKey: false, shiftKey: false };
  expect(wheelWish(turn, { lanes: true, scrolls: true })).toBe("scroll");
  expect(wheelWish(turn, { lanes: true, scrolls: false })).toBe("zoom");
  expect(wheelWish(turn, { lanes: false, scrolls: true })).toBe("zoom");
  expect(wheelWish({ ...turn, ctrlKey: true }, { lanes: true, scrolls: true })).toBe("zoom");
  expect(wheelWish({ ...turn, shiftKey: true }, { lanes: true, scrolls: true })).toBe("pan");
  expect(wheelWish({ ...turn, deltaX: 200 }, { lanes: true, scrolls: true })).toBe("pan");
});
