import { expect, test } from "vitest";
import type { LinkTypeChoice } from "../api/generated";
import { lineOf, typeChips } from "./linkChips";

const type = (handle: string, label: string): LinkTypeChoice => ({ handle, label, sign: "+", meaning: "" });
const TYPES = [type("leads-to", "leads to"), type("triggers", "triggers"), type("is-part-of", "is part of")];
const labels = (typed: string, used: [string, number][] = []) =>
  typeChips(TYPES, new Map(used), typed).map((it) => it.label);

test("the most used type comes first, the others keep their order", () => {
  expect(labels("")).toEqual(["leads to", "triggers", "is part of"]);
  expect(labels("", [["triggers", 4]])).toEqual(["triggers", "leads to", "is part of"]);
});

test("typed keys filter by the beginning of any word", () => {
  expect(labels("tr")).toEqual(["triggers"]);
  expect(labels("Part")).toEqual(["is part of"]);
  expect(labels("triggers because AP says so")).toEqual([]);
});

test("Enter takes the chip, but never replaces a line that says more", () => {
  expect(lineOf("tr", TYPES[1], TYPES)).toBe("triggers");
  expect(lineOf("", TYPES[0], TYPES)).toBe("leads to");
  expect(lineOf("triggers high because AP says so", undefined, TYPES)).toBe("triggers high because AP says so");
  expect(lineOf("leads to", TYPES[0], TYPES)).toBe("leads to");
});
