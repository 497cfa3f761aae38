import { expect, test } from "vitest";
import type { ThemeCount } from "../api/generated";
import { laneOf } from "./lanes";

const theme = (id: string, parent: string | null, count = 1): ThemeCount => ({
  id,
  handle: `t${id}`,
  name: id,
  parent,
  hue: "blue",
  count,
});
const themes = [theme("1", null), theme("2", "1"), theme("3", null, 0), theme("4", null), theme("5", "1")];

test("a lane changes places with those of its rank that have entries", () => {
  const lane = laneOf(themes, "t4");
  expect([lane?.above?.id, lane?.below, lane?.whole, lane?.parts]).toEqual(["1", null, null, []]);
});

test("a lane knows what it is part of and what is part of it", () => {
  expect(laneOf(themes, "t2")?.whole?.id).toBe("1");
  expect(laneOf(themes, "t2")?.below?.id).toBe("5");
  expect(laneOf(themes, "t1")?.parts.map((it) => it.id)).toEqual(["2", "5"]);
  expect(laneOf(themes, "elsewhere")).toBeNull();
});
