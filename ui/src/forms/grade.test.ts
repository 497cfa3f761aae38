import { expect, test } from "vitest";
import { gradeAfter, gradeWord } from "./grade";

const none = { letter: null, digit: null };

test("arrows walk from not judged into the grid and stop at its edges", () => {
  expect(gradeAfter("ArrowUp", none)).toEqual({ letter: "F", digit: null });
  expect(gradeAfter("ArrowLeft", { letter: "F", digit: null })).toEqual({ letter: "F", digit: "6" });
  expect(gradeAfter("ArrowLeft", { letter: "A", digit: "1" })).toEqual({ letter: "A", digit: "1" });
  expect(gradeAfter("ArrowDown", { letter: "F", digit: "6" })).toEqual({ letter: null, digit: "6" });
});

test("letters and digits are set by typing them, and taken back", () => {
  expect(gradeAfter("b", none)).toEqual({ letter: "B", digit: null });
  expect(gradeAfter("2", { letter: "B", digit: null })).toEqual({ letter: "B", digit: "2" });
  expect(gradeAfter("Delete", { letter: "B", digit: "2" })).toEqual(none);
  expect(gradeAfter("g", none)).toBeNull();
  expect(gradeAfter("7", none)).toBeNull();
});

test("a grade says as much as is judged", () => {
  expect([gradeWord(none), gradeWord({ letter: "B", digit: null }), gradeWord({ letter: "B", digit: "2" })]).toEqual([
    "",
    "B",
    "B2",
  ]);
});
