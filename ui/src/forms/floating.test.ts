import { expect, test } from "vitest";
import { placeUnder } from "./floating";

const window = { width: 1000, height: 600 };
const owner = (x: number, y: number) => ({ left: x, top: y, width: 100, bottom: y + 20 }) as DOMRectReadOnly;

test("below, unless there is more room above", () => {
  expect(placeUnder(owner(50, 100), { width: 150, height: 200 }, window, 120)).toMatchObject({
    left: 50,
    top: 123,
    width: 120,
    height: 200,
  });
  expect(placeUnder(owner(50, 500), { width: 150, height: 200 }, window, 120)).toMatchObject({ top: 297, height: 200 });
});

test("never beyond an edge", () => {
  expect(placeUnder(owner(950, 100), { width: 200, height: 50 }, window, 120).left).toBe(794);
  expect(placeUnder(owner(950, 100), { width: 2000, height: 50 }, window, 120).left).toBe(6);
  expect(placeUnder(owner(0, 280), { width: 100, height: 900 }, window, 120).height).toBe(291);
});
