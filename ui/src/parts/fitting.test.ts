import { expect, test } from "vitest";
import { type Fits, fitting } from "./fitting";

const WIDTHS = new Map([
  ["fit", 40],
  ["links", 60],
  ["strip", 70],
  ["gaps", 50],
  ["lanes", 100],
]);
const ALL: Fits[] = [{ id: "fit" }, { id: "links" }, { id: "strip" }, { id: "gaps" }, { id: "lanes", keep: true }];

/** Those that stay, in the order of the bar. */
function stay(room: number, widths: ReadonlyMap<string, number> = WIDTHS): string {
  const ids = fitting(ALL, widths, room, 10, 45);
  return ALL.filter((it) => ids.has(it.id))
    .map((it) => it.id)
    .join(" ");
}

test.each([
  [1000, "fit links strip gaps lanes"],
  // 320 wide and four gaps.
  [360, "fit links strip gaps lanes"],
  [359, "fit links strip lanes"],
  [355, "fit links strip lanes"],
  [354, "fit links lanes"],
  [275, "fit links lanes"],
  [274, "fit lanes"],
  [205, "fit lanes"],
  [204, "lanes"],
  [155, "lanes"],
  [154, ""],
  [0, ""],
])("%d pixels: %s", (room, ids) => expect(stay(room)).toBe(ids));

test("what has not been measured is shown, so that it is", () => {
  expect(stay(200, new Map())).toBe("fit links strip gaps lanes");
  expect(stay(140, new Map([["lanes", 100]]))).toBe("fit links strip gaps lanes");
});

test("a bar without anything holds nothing", () => expect(fitting([], new Map(), 0, 10, 45).size).toBe(0));
