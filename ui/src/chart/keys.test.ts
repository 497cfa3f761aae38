import { expect, test } from "vitest";
import { wheelAction, commandOf } from "./keys";

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test("arrows walk with a selection and pan without, and Shift pans always", () => {
  expect(commandOf(press("ArrowRight"), true)).toEqual({ do: "walk", toward: "later" });
  expect(commandOf(press("ArrowUp"), true)).toEqual({ do: "walk", toward: "above" });
  expect(commandOf(press("ArrowRight"), false)).toMatchObject({ do: "pan" });
  expect(commandOf(press("ArrowRight", { shiftKey: true }), true)).toMatchObject({ do: "pan" });
});

test("brackets step through hits and F looks closely, with a selection or without", () => {
  expect(commandOf(press("["), false)).toEqual({ do: "step", toward: "earlier" });
  expect(commandOf(press("]"), true)).toEqual({ do: "step", toward: "later" });
  expect(commandOf(press("F", { shiftKey: true }), true)).toEqual({ do: "focus" });
  expect(commandOf(press("f", { ctrlKey: true }), true)).toBeNull();
});

test("digits say how far the chain of a selection reaches, and nought still fits", () => {
  expect(commandOf(press("3"), true)).toEqual({ do: "reach", steps: 3 });
  expect(commandOf(press("3"), false)).toBeNull();
  expect(commandOf(press("0"), true)).toEqual({ do: "fit" });
});

test("P pins on the timeline, with Shift it holds in place", () => {
  expect(commandOf(press("p"), true)).toEqual({ do: "pin" });
  // With the caps locked it still is no Shift.
  expect(commandOf(press("P"), true)).toEqual({ do: "pin" });
  expect(commandOf(press("P", { shiftKey: true }), true)).toEqual({ do: "place" });
  expect(commandOf(press("P", { shiftKey: true }), false)).toBeNull();
});

test("keys with Ctrl or Alt belong to the window", () => {
  expect(commandOf(press("0", { ctrlKey: true }), true)).toBeNull();
  expect(commandOf(press("ArrowLeft", { altKey: true }), true)).toBeNull();
});

test("Escape and Enter want a selection", () => {
  expect(commandOf(press("Escape"), false)).toBeNull();
  expect(commandOf(press("Enter"), true)).toEqual({ do: "inspect" });
});

test("the wheel scrolls lanes that overflow, else it zooms; Ctrl zooms and Shift pans", () => {
  const turn = { deltaX: 0, deltaY: 100, ctrlKey: false, metaKey: false, shiftKey: false };
  expect(wheelAction(turn, { lanes: true, scrolls: true })).toBe("scroll");
  expect(wheelAction(turn, { lanes: true, scrolls: false })).toBe("zoom");
  expect(wheelAction(turn, { lanes: false, scrolls: true })).toBe("zoom");
  expect(wheelAction({ ...turn, ctrlKey: true }, { lanes: true, scrolls: true })).toBe("zoom");
  expect(wheelAction({ ...turn, shiftKey: true }, { lanes: true, scrolls: true })).toBe("pan");
  expect(wheelAction({ ...turn, deltaX: 200 }, { lanes: true, scrolls: true })).toBe("pan");
});
