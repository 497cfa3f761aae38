import { expect, test } from "vitest";
import { bucketOf, isClose } from "./bucket";

test("a bucket tells its count, its stretch and the weightiest", () => {
  expect(bucketOf("128 20089 20096.5 17 4")).toEqual({
    count: 128,
    span: { from: 20089, to: 20096.5 },
    top: ["17", "4"],
  });
});

test("what begins within a day is listed", () => {
  expect(isClose(bucketOf("12 20089 20090 17"))).toBe(true);
  expect(isClose(bucketOf("12 20089 20090.5 17"))).toBe(false);
});

test("a bucket of nothing is empty", () => {
  expect(bucketOf("").count).toBe(0);
});
