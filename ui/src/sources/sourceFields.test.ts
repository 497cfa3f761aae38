import { expect, test } from "vitest";
import type { CitedLine } from "../api/generated";
import { citationFacts, newSource, sourceFields, sourceLine } from "./sourceFields";

test("only what was typed of a new source is sent", () => {
  const typed = {
    ...newSource("Talks resume"),
    outlet: " Reuters ",
    published: { words: "9 June 2025", edtf: null, note: "" },
  };
  expect(sourceFields(typed, "B")).toEqual([
    { field: "outlet", value: "Reuters" },
    { field: "title", value: "Talks resume" },
    { field: "published", value: "9 June 2025" },
    { field: "reliability", value: "B" },
  ]);
  expect(sourceFields(newSource(""), null)).toEqual([]);
});

test("a source in one line leaves out what is not known", () => {
  expect(sourceLine({ outlet: "Reuters", title: "Talks", published: "9 June 2025" })).toBe(
    "Reuters, “Talks”, 9 June 2025",
  );
  expect(sourceLine({ outlet: "", title: "Talks", published: "" })).toBe("“Talks”");
});

test("facts leave out what is not known", () => {
  const line = { grade: "B2", stance: "against", locator: "lead" } as CitedLine;
  expect(citationFacts(line)).toBe("B2 · against · lead");
  expect(citationFacts({ ...line, grade: "", stance: "for", locator: "" })).toBe("");
});
