import { expect, test } from "vitest";
import { Earlier } from "./earlier";

test("earlier lines come back, newest first, and the line being typed at the end", () => {
  const earlier = new Earlier();
  expect(earlier.walk(1, "half")).toBeNull();
  for (const line of ["one", "two", "two"]) earlier.add(line);
  expect(earlier.walk(1, "half")).toBe("two");
  expect(earlier.walk(1, "two")).toBe("one");
  expect(earlier.walk(1, "one")).toBeNull();
  expect(earlier.walk(-1, "one")).toBe("two");
  expect(earlier.walk(-1, "two")).toBe("half");
  expect(earlier.walk(-1, "half")).toBeNull();
});

test("a line that was changed after it came back is a new line", () => {
  const earlier = new Earlier();
  earlier.add("one");
  earlier.walk(1, "");
  earlier.stay();
  expect(earlier.walk(1, "one, changed")).toBe("one");
  expect(earlier.walk(-1, "one")).toBe("one, changed");
});
