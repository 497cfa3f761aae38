import { expect, test } from "vitest";
import type { EventRow, ThemeCount } from "../api/generated";
import { common, listFields, rowThemes, shared } from "./multiEdit";

const row = (more: Partial<EventRow>) =>
  ({ status: "planned", severity: 3, themes: [], tags: [], ...more }) as EventRow;
const name = (id: string) => ({ id, name: id });

test("the same for all, or mixed", () => {
  expect(common([row({}), row({})], (it) => it.status)).toEqual({ same: true, value: "planned" });
  expect(common([row({}), row({ status: "happened" })], (it) => it.status)).toEqual({ same: false });
  expect(common([row({ likelihood: null }), row({ likelihood: null })], (it) => it.likelihood)).toEqual({
    same: true,
    value: null,
  });
  expect(common([], (it) => it.status)).toEqual({ same: false });
});

test("names of all, and how many only some have", () => {
  const rows = [row({ tags: ["a", "b"] }), row({ tags: ["b", "c"] })];
  expect(shared(rows, (it) => it.tags.map(name))).toEqual({ names: [name("b")], more: 2 });
  expect(shared([], (it) => it.tags.map(name))).toEqual({ names: [], more: 0 });
});

test("a list is added to and taken from, never replaced", () => {
  expect(listFields("themes", [name("a"), name("b")], [name("b"), { id: null, name: "new" }])).toEqual([
    { field: "themes", way: "add", value: ["new"] },
    { field: "themes", way: "remove", value: ["a"] },
  ]);
  expect(listFields("themes", [name("a")], [name("a")])).toEqual([]);
});

test("themes of a row have their names and hues", () => {
  const themes = [{ id: "7", handle: "tariffs", name: "Tariffs", hue: "blue" } as ThemeCount];
  expect(rowThemes(row({ themes: ["tariffs", "gone"] }), themes)).toEqual([
    { id: "7", name: "Tariffs", hue: "blue" },
    { id: "gone", name: "gone" },
  ]);
});
