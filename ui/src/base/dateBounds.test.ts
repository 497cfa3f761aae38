import { expect, test } from "vitest";
import type { DateDetail, DateShape } from "../api/generated";
import { dayWords, drawing } from "./dateBounds";

function date(shape: DateShape, start: readonly [string | null, string | null], end = start): DateDetail {
  return {
    words: "",
    typed: "",
    in_words: "",
    edtf: "",
    shape,
    start_earliest: start[0],
    start_latest: start[1],
    end_earliest: end[0],
    end_latest: end[1],
    note: "",
  };
}

test("a day is as wide as a day and its number is strong", () => {
  const drawn = drawing(date("day", ["2025-06-11", "2025-06-11"]), 320);
  expect(drawn?.shape).toBe("day");
  expect((drawn?.to ?? 0) - (drawn?.from ?? 0)).toBeCloseTo(320 / 9);
  expect(drawn?.ticks.filter((it) => it.strong).map((it) => it.words)).toEqual(["11"]);
  expect(drawn?.ticks.map((it) => it.words)).toEqual(["7", "8", "9", "10", "11", "12", "13", "14", "15"]);
  expect(dayWords("2025-06-11")).toBe("11 June");
});

test("the drawing has the shape given by the program, with any bounds", () => {
  const bounds = ["2025-05-01", "2025-05-31"] as const;
  for (const shape of ["day", "within", "one-of", "about", "span"] as const)
    expect(drawing(date(shape, bounds), 300)?.shape).toBe(shape);
});

test("an open end has no place, and a date without bounds no drawing", () => {
  const open = drawing(date("span", ["2025-06-11", "2025-06-11"], [null, null]), 300);
  expect(open).toMatchObject({ shape: "span", to: null });
  expect(drawing(date("within", [null, null]), 300)).toBeNull();
});

test("ticks stay few and inside from a day to millennia", () => {
  for (const [from, to] of [
    ["2025-06-11", "2025-06-12"],
    ["2025-06-11", "2025-07-30"],
    ["2020-01-01", "2025-07-30"],
    ["-0044-03-15", "2025-01-01"],
  ] as const) {
    const drawn = drawing(date("span", [from, from], [to, to]), 300);
    expect(drawn?.ticks.length).toBeGreaterThan(1);
    expect(drawn?.ticks.length).toBeLessThan(12);
    for (const tick of drawn?.ticks ?? []) expect(tick.x >= -1 && tick.x <= 300).toBe(true);
  }
});
