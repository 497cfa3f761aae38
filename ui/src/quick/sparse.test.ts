import { expect, test } from "vitest";
import { sparse } from "./sparse";

const tick = (x: number, words: string, strong = false) => ({ x, wordsX: x, words, strong });

test("words along a short axis never touch, and those within the bounds come first", () => {
  const ticks = [tick(2, "2024"), tick(20, "Mar 2025"), tick(40, "Apr"), tick(52, "May", true), tick(60, "Jun"), tick(90, "Jul"), tick(112, "August")];
  expect(sparse(ticks, 116).map((it) => it.words)).toEqual(["May", "Jul"]);
});

test("few words stay all", () => {
  const ticks = [tick(20, "9"), tick(40, "10", true), tick(60, "11")];
  expect(sparse(ticks, 116)).toEqual(ticks);
});
