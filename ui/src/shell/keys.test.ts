import { expect, test } from "vitest";
import { shortcutOf } from "./keys";

const none = { key: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const ctrl = (key: string, more = {}) => ({ ...none, key, ctrlKey: true, ...more });
const plainly = { field: false, ownUndo: false };
const typing = { field: true, ownUndo: true };

test("Ctrl-N adds from anywhere, n only where it is not a letter", () => {
  expect(shortcutOf(ctrl("n"), typing)).toBe("add");
  expect(shortcutOf({ ...none, key: "n" }, plainly)).toBe("add");
  expect(shortcutOf({ ...none, key: "n" }, typing)).toBeNull();
  expect(shortcutOf({ ...none, key: "N", shiftKey: true }, plainly)).toBeNull();
});

test("a field takes its own typing back first", () => {
  expect(shortcutOf(ctrl("z"), typing)).toBeNull();
  expect(shortcutOf(ctrl("y"), typing)).toBeNull();
  expect(shortcutOf(ctrl("z"), { field: true, ownUndo: false })).toBe("undo");
  expect(shortcutOf(ctrl("Z", { shiftKey: true }), plainly)).toBe("redo");
  expect(shortcutOf(ctrl("y"), plainly)).toBe("redo");
});

test("other keys are left alone", () => {
  expect(shortcutOf(ctrl("h"), typing)).toBe("history");
  expect(shortcutOf(ctrl("k"), typing)).toBe("palette");
  expect(shortcutOf(ctrl("n", { altKey: true }), plainly)).toBeNull();
  expect(shortcutOf(ctrl("c"), plainly)).toBeNull();
});
