import { expect, test } from "vitest";
import { alike, changes, keyOf, moved, withName, without } from "./names";

const [us, cn, fresh] = [
  { id: "1", name: "US" },
  { id: "2", name: "CN" },
  { id: null, name: "Türkiye", isNew: true },
];

test("nothing is taken twice", () => {
  expect(withName([us], { id: "1", name: "United States" })).toEqual([us]);
  expect(withName([fresh], { id: null, name: "turkiye " })).toEqual([fresh]);
  expect(withName([us], cn)).toEqual([us, cn]);
});

test("moving keeps everything and stays inside", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 9)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a"], 4, 0)).toEqual(["a"]);
  expect(without(["a", "b"], 0)).toEqual(["b"]);
});

test("what came and what went", () => {
  expect(changes([us, cn], [cn, fresh])).toEqual({ added: [fresh], removed: [us] });
  expect(keyOf(fresh)).toBe("Türkiye");
  expect(keyOf(us)).toBe("1");
});

test("case and accents do not matter", () => {
  expect(alike("  MÜNCHEN", "Munchen")).toBe(true);
  expect(alike("Oman", "Iran")).toBe(false);
});
