import { expect, test } from "vitest";
import { LineHistory } from "./lineHistory";

test("earlier lines come back, newest first, and the line being typed at the end", () => {
  const history = new LineHistory();
  expect(history.walk(1, "half")).toBeNull();
  for (const line of ["one", "two", "two"]) history.add(line);
  expect(history.walk(1, "half")).toBe("two");
  expect(history.walk(1, "two")).toBe("one");
  expect(history.walk(1, "one")).toBeNull();
  expect(history.walk(-1, "one")).toBe("two");
  expect(history.walk(-1, "two")).toBe("half");
  expect(history.walk(-1, "half")).toBeNull();
});

test("a line that was changed after it came back is a new line", () => {
  const history = new LineHistory();
  history.add("one");
  history.walk(1, "");
  history.stay();
  expect(history.walk(1, "one, changed")).toBe("one");
  expect(history.walk(-1, "one")).toBe("one, changed");
});
