import { expect, test } from "vitest";
import { categoryFields, dateFields, hasNew, participants, typedCategory } from "./set";

const category = typedCategory({ id: "3", name: "Sanction", cameo: "163", plover: "" });

test("only what changed of a category is set", () => {
  expect(categoryFields(category, { ...category, category: [{ id: "4", name: "Talks" }] })).toEqual([
    { field: "category", value: "4" },
  ]);
  expect(categoryFields(category, { ...category, cameo: " 164 " })).toEqual([{ field: "cameo", value: "164" }]);
  expect(categoryFields(category, { ...category, category: [] })).toEqual([{ field: "category", value: null }]);
});

test("a date and its note are set apart", () => {
  const before = { words: "May 2025", edtf: null, note: "" };
  expect(dateFields(before, { ...before, note: "as AP says" })).toEqual([{ field: "date_note", value: "as AP says" }]);
  expect(dateFields(before, { ...before, words: "3/4/2025", edtf: "2025-04-03" })).toEqual([
    { field: "date", value: { words: "3/4/2025", edtf: "2025-04-03" } },
  ]);
  expect(dateFields(before, { ...before, words: " " })).toEqual([{ field: "date", value: null }]);
});

test("actors go with their roles, and new ones are known as new", () => {
  const actors = [
    { id: "1", name: "US", role: " host " },
    { id: null, name: "Oman", isNew: true },
  ];
  expect(participants(actors)).toEqual([
    { actor: "1", role: "host" },
    { actor: "Oman", role: "" },
  ]);
  expect(hasNew(actors)).toBe(true);
  expect(hasNew([actors[0]])).toBe(false);
  expect(hasNew("words")).toBe(false);
});
