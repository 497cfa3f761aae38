import { expect, test } from "vitest";
import type { CitationRow, EventRow, LinkRow } from "../api/generated";
import { citationFacts, citedFor } from "./cited";

const citation = (id: string, source: string): CitationRow => ({
  id,
  source,
  quote: "",
  locator: "",
  grade: "B2",
  stance: "for",
});
const event = (id: string, citations: CitationRow[]) =>
  ({ id, title: `Event ${id}`, citations }) as unknown as EventRow;
const link = {
  effect: "2",
  cause_title: "A",
  effect_title: "B",
  label: "triggers",
  wording: "",
  citations: [citation("9", "A1")],
} as unknown as LinkRow;

test("events and links are found under their sources", () => {
  const found = citedFor(
    [event("1", [citation("1", "A1"), citation("2", "A2")]), event("2", [citation("3", "A1")])],
    [link],
  );
  expect(found.get("A1")?.map((it) => it.words)).toEqual(["Event 1", "Event 2", "A triggers B"]);
  expect(found.get("A1")?.map((it) => it.event)).toEqual(["1", "2", "2"]);
  expect(found.get("A2")).toHaveLength(1);
  expect(found.has("A3")).toBe(false);
});

test("facts leave out what is not known", () => {
  expect(citationFacts({ ...citation("1", "A1"), stance: "against", locator: "lead" })).toBe("B2 · against · lead");
  expect(citationFacts({ ...citation("1", "A1"), grade: "" })).toBe("");
});
