import { expect, test } from "vitest";
import { turned } from "./wheel";

const turn = { deltaX: 0, deltaY: 100, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

test("the wheel scrolls, with Ctrl it zooms, with Shift it goes sideways", () => {
  expect(turned(turn, 500)).toEqual({ does: "scroll", px: 100 });
  expect(turned({ ...turn, ctrlKey: true }, 500)).toEqual({ does: "zoom", px: 200 });
  expect(turned({ ...turn, metaKey: true }, 500)).toEqual({ does: "zoom", px: 100 });
  expect(turned({ ...turn, shiftKey: true }, 500)).toEqual({ does: "sideways", px: 100 });
});

test("a sideways swipe goes sideways", () => {
  expect(turned({ ...turn, deltaX: -200 }, 500)).toEqual({ does: "sideways", px: -200 });
  expect(turned({ ...turn, deltaX: 90 }, 500)).toEqual({ does: "scroll", px: 100 });
});

test("lines and pages become pixels", () => {
  expect(turned({ ...turn, deltaY: 3, deltaMode: 1 }, 500)).toEqual({ does: "scroll", px: 99 });
  expect(turned({ ...turn, deltaY: -1, deltaMode: 2 }, 500)).toEqual({ does: "scroll", px: -500 });
});
