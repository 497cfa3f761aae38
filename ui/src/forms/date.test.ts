import { expect, test } from "vitest";
import type { DateDetail } from "../api/generated";
import { asTyped, dateValue, headline, typedDate } from "./date";

const date = (words: string, in_words: string, edtf = "2025-06-11", typed = ""): DateDetail => ({
  words,
  typed,
  in_words,
  edtf,
  start_earliest: null,
  start_latest: null,
  end_earliest: null,
  end_latest: null,
  shape: "within",
  note: "from the lead",
});

test("what is stored is what would be typed", () => {
  expect(typedDate(date("Wednesday", "11 June 2025"))).toEqual({
    words: "Wednesday",
    edtf: null,
    note: "from the lead",
  });
  expect(typedDate(date("", "11 June 2025")).words).toBe("11 June 2025");
  expect(typedDate(null)).toEqual({ words: "", edtf: null, note: "" });
});

test("a chosen reading goes with its words, and nothing typed is no date", () => {
  expect(dateValue({ words: " 3/4/2025 ", edtf: "2025-04-03", note: "" })).toEqual({
    words: "3/4/2025",
    edtf: "2025-04-03",
  });
  expect(dateValue({ words: "May 2025", edtf: null, note: "" })).toBe("May 2025");
  expect(dateValue({ words: "  ", edtf: "2025", note: "" })).toBeNull();
});

test("the fuller words are the headline", () => {
  expect(headline(date("Wednesday 11 June 2025", "11 June 2025"))).toBe("Wednesday 11 June 2025");
  expect(headline(date("last Wednesday", "11 June 2025"))).toBe("11 June 2025");
  expect(asTyped(date("last Wednesday", "11 June 2025"))).toBe("last Wednesday");
  expect(asTyped(date("2025-06-11", "11 June 2025"))).toBe("");
  expect(asTyped(date("11 June 2025", "11 June 2025", "2025-06-11", "yesterday"))).toBe("yesterday");
  const early = date("early May 2025", "on a day between 1 and 15 May 2025", "[2025-05-01..2025-05-15]");
  expect(headline(early)).toBe("early May 2025");
  expect(asTyped(early)).toBe("");
});
