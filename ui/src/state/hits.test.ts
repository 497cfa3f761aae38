import { expect, test } from "vitest";
import { wantedOf } from "./hits.svelte";

test("without a search hits are what an active filter lets pass", () => {
  expect(wantedOf({}, false, "")).toBeNull();
  expect(wantedOf({ severity_min: 4 }, true, "")).toEqual({ severity_min: 4 });
});

test("a search looks within the filter, for its words too", () => {
  expect(wantedOf({}, false, "talks")).toEqual({ found: "talks" });
  expect(wantedOf({ severity_min: 4, words: "oil" }, true, "talks")).toEqual({
    severity_min: 4,
    words: "oil",
    found: "talks",
  });
});
