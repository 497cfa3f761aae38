import { expect, test } from "vitest";
import { fit, ranked } from "./fuzzy";

const commands = [
  "Go to Timeline",
  "Go to Causes",
  "Group by: Theme",
  "Group by: Actor",
  "Appearance: dark",
  "Clear filter",
  "Export…",
];
const found = (letters: string) => ranked(letters, commands, (it) => it);

test("letters match in order, with gaps", () => {
  expect(found("gba")[0]).toBe("Group by: Actor");
  expect(found("dark")[0]).toBe("Appearance: dark");
  expect(found("causes")[0]).toBe("Go to Causes");
  expect(found("exp")[0]).toBe("Export…");
  expect(found("zzz")).toEqual([]);
});

test("nothing typed leaves everything in its order", () => expect(found("  ")).toEqual(commands));

test("letters together and at the start of a word fit better", () => {
  expect(fit("th", "Group by: Theme") ?? 0).toBeGreaterThan(fit("th", "Lanes by stash") ?? 0);
  expect(fit("x", "abc")).toBeNull();
});
