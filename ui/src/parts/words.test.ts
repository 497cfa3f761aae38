import { expect, test } from "vitest";
import { capital, counted, dayInWords, fileName, toggled } from "./words";

test("counts agree with their words", () => {
  expect(counted(1, "entry", "entries")).toBe("1 entry");
  expect(counted(12000, "entry", "entries")).toBe("12,000 entries");
});

test("a toggle undoes itself", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

test("file names hold nothing that a system refuses", () => {
  expect(fileName(`Sample: trade / the "Gulf", 2025`, "png")).toBe("Sample trade the Gulf , 2025.png");
  expect(fileName("../..", "svg")).not.toMatch(/[\\/]/);
  expect(fileName("..", "svg")).toBe("Picture.svg");
  expect(fileName("x".repeat(300), "pdf").length).toBeLessThan(70);
});

test("capitals", () => expect(capital("happened")).toBe("Happened"));

test("days read as words, and other dates as they are", () => {
  expect(dayInWords("2025-06-11")).toBe("11 June 2025");
  expect(dayInWords("2025-06")).toBe("2025-06");
  expect(dayInWords("-0044-03-15")).toBe("-0044-03-15");
});
