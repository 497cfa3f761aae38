import { expect, test } from "vitest";
import { commandOf } from "./keys";

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test("arrows walk with a selection and pan without, and Shift pans always", () => {
  expect(commandOf(press("ArrowRight"), "event")).toEqual({ do: "walk", toward: "later" });
  expect(commandOf(press("ArrowUp"), "event")).toEqual({ do: "walk", toward: "above" });
  expect(commandOf(press("ArrowRight"), null)).toMatchObject({ do: "pan" });
  expect(commandOf(press("ArrowRight", { shiftKey: true }), "event")).toMatchObject({ do: "pan" });
});

test("brackets step through hits and F looks closely, with a selection or without", () => {
  expect(commandOf(press("["), null)).toEqual({ do: "step", toward: "earlier" });
  expect(commandOf(press("]"), "event")).toEqual({ do: "step", toward: "later" });
  expect(commandOf(press("F", { shiftKey: true }), "event")).toEqual({ do: "focus" });
  expect(commandOf(press("f", { ctrlKey: true }), "event")).toBeNull();
});

test("digits say how far the chain of a selection reaches, and nought still fits", () => {
  expect(commandOf(press("3"), "event")).toEqual({ do: "reach", steps: 3 });
  expect(commandOf(press("3"), null)).toBeNull();
  expect(commandOf(press("0"), "event")).toEqual({ do: "fit" });
});

test("P pins on the timeline, with Shift it holds in place", () => {
  expect(commandOf(press("p"), "event")).toEqual({ do: "pin" });
  // With the caps locked it still is no Shift.
  expect(commandOf(press("P"), "event")).toEqual({ do: "pin" });
  expect(commandOf(press("P", { shiftKey: true }), "event")).toEqual({ do: "place" });
  expect(commandOf(press("P", { shiftKey: true }), null)).toBeNull();
});

test("keys with Ctrl or Alt belong to the window", () => {
  expect(commandOf(press("0", { ctrlKey: true }), "event")).toBeNull();
  expect(commandOf(press("ArrowLeft", { altKey: true }), "event")).toBeNull();
});

test("Escape belongs to the window, and Enter wants a selection", () => {
  expect(commandOf(press("Escape"), "event")).toBeNull();
  expect(commandOf(press("Enter"), null)).toBeNull();
  expect(commandOf(press("Enter"), "event")).toEqual({ do: "inspect" });
});

test("L draws a link from an event, with Shift it goes to the next link", () => {
  expect(commandOf(press("l"), "event")).toEqual({ do: "link" });
  expect(commandOf(press("l"), "link")).toBeNull();
  expect(commandOf(press("L", { shiftKey: true }), "link")).toEqual({ do: "nextLink" });
  expect(commandOf(press("L", { shiftKey: true }), null)).toBeNull();
});

test("a selected link is walked to its ends, deleted and asked about, but not pinned", () => {
  expect(commandOf(press("ArrowLeft"), "link")).toEqual({ do: "walk", toward: "earlier" });
  expect(commandOf(press("Delete"), "link")).toEqual({ do: "delete" });
  expect(commandOf(press("w"), "link")).toEqual({ do: "why" });
  expect(commandOf(press("p"), "link")).toBeNull();
  expect(commandOf(press("d", { ctrlKey: true }), "link")).toBeNull();
});
