import { beforeEach, expect, test, vi } from "vitest";

const call = vi.fn();
vi.mock("../api/client", () => ({ host: { call }, asFault: (it: unknown) => it }));
const { selection } = await import("./selection.svelte");
const { edits } = await import("./edits.svelte");
const { MOST_SELECTED, selectPassing, selectWithin } = await import("./selectMany");

beforeEach(() => {
  call.mockReset();
  call.mockResolvedValue(null);
  selection.selectAll(["1", "2"]);
  edits.toast = null;
});

/** What is selected afterwards, and what is said. */
const after = () => [selection.ids.join(" "), edits.toast?.words ?? ""];

test.each([
  // Drawn with a mark of their own, counted only: what is selected then, and what is said.
  [["3", "4"], 0, "3 4", ""],
  [[], 0, "", ""],
  [["3"], 5, "3", "5 grouped entries were not selected: zoom in first"],
  [["3"], 1, "3", "1 grouped entry was not selected: zoom in first"],
  [[], 700, "1 2", "700 grouped entries were not selected: zoom in first"],
  [["3"], MOST_SELECTED, "1 2", "Too many entries to select (10,001): narrow the filter first"],
  [[], 1_000_000, "1 2", "Too many entries to select (1,000,000): narrow the filter first"],
])("a frame around %j and %i more", (ids, crowded, selected, said) => {
  selectWithin(ids, crowded);
  expect(after()).toEqual([selected, said]);
});

test.each([
  [{ total: 2, ids: ["5", "6"] }, "5 6", ""],
  [{ total: 0, ids: [] }, "", ""],
  [{ total: 10_000, ids: ["7"] }, "7", ""],
  [{ total: 10_001, ids: [] }, "1 2", "Too many entries to select (10,001): narrow the filter first"],
  [{ total: 480_000, ids: [] }, "1 2", "Too many entries to select (480,000): narrow the filter first"],
])("all that passes: %j", async (answer, selected, said) => {
  call.mockResolvedValue(answer);
  await selectPassing({ themes: ["3"] });
  expect(after()).toEqual([selected, said]);
});

test("when it cannot be asked, that is said and the selection stays", async () => {
  call.mockRejectedValue({ message: "the file is gone" });
  await selectPassing({});
  expect(after()).toEqual(["1 2", "the file is gone"]);
});
