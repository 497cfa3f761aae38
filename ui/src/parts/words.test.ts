import { expect, test } from "vitest";
import { capital, counted, fileName, toggled } from "./words";

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
