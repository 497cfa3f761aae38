import { expect, test } from "vitest";
import type { DateDetail } from "../api/generated";
import { dateEnds } from "./dateEnds";

const date = (first: string | null, last: string | null): DateDetail => ({
  words: "",
  typed: "",
  in_words: "",
  edtf: "",
  start_earliest: first,
  start_latest: first,
  end_earliest: last,
  end_latest: last,
  shape: "within",
  note: "",
});
const said = (first: string | null, last: string | null, from: number | null = 20, to: number | null = 96) =>
  dateEnds(date(first, last), from, to, 116).map((it) => it.words);

test("both ends are named, with the year when it is not the same", () => {
  expect(said("2025-05-01", "2025-05-15")).toEqual(["1 May", "15 May"]);
  expect(said("2024-12-20", "2025-01-05")).toEqual(["Dec 2024", "Jan 2025"]);
});

test("a single day is named once, and an unknown end not at all", () => {
  expect(said("2025-06-11", "2025-06-11")).toEqual(["11 Jun"]);
  expect(said(null, "2025-06-11", null)).toEqual(["Jun 2025"]);
});

test("words never touch and never leave the drawing", () => {
  for (const [from, to] of [
    [0, 116],
    [50, 60],
    [0, 10],
    [108, 116],
  ] as const) {
    const all = dateEnds(date("2025-05-01", "2025-05-15"), from, to, 116);
    for (const it of all) expect(it.wordsX - it.words.length * 2.8).toBeGreaterThanOrEqual(-0.01);
    for (const it of all) expect(it.wordsX + it.words.length * 2.8).toBeLessThanOrEqual(116.01);
    const [a, b] = all;
    if (a && b) expect(b.wordsX - a.wordsX).toBeGreaterThanOrEqual((a.words.length + b.words.length) * 2.8);
  }
});
