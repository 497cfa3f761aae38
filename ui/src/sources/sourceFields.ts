// The fields of a source: input for a new one, and arguments for verbs.

import type { CitedLine, SetField, SourceRow } from "../api/generated";
import { dateValue, typedDate, type TypedDate } from "../forms/date";

/** The input for a new source. */
export interface TypedSource {
  readonly outlet: string;
  readonly title: string;
  readonly author: string;
  readonly address: string;
  readonly published: TypedDate;
  readonly read: TypedDate;
}

const NO_DATE: TypedDate = { words: "", edtf: null, note: "" };

/** The text fields, in order: field, label, hint. */
export const TEXTS = [
  ["outlet", "Outlet", "publisher"],
  ["title", "Title", "headline"],
  ["author", "Author", ""],
] as const;

/** An empty source with a title. */
export function newSource(title: string): TypedSource {
  return { outlet: "", title, author: "", address: "", published: NO_DATE, read: NO_DATE };
}

/** The arguments of `add_source`: only fields that were filled in. */
export function sourceFields(typed: TypedSource, reliability: string | null): SetField[] {
  const texts = (["outlet", "title", "author", "address"] as const).map((field) => ({
    field,
    value: typed[field].trim(),
  }));
  const dates = (["published", "read"] as const).map((field) => ({ field, value: dateValue(typed[field]) }));
  return [...texts, ...dates, { field: "reliability", value: reliability }].filter(
    (it) => it.value !== "" && it.value !== null,
  );
}

/** A date of a source, for editing. */
export function sourceDate(source: SourceRow, field: "published" | "read"): TypedDate {
  return typedDate(source[field], "");
}

/** "Reuters, “Talks resume”, 9 June 2025": a source in one line. */
export function sourceLine(source: { outlet: string; title: string; published: string }): string {
  return [source.outlet, source.title && `“${source.title}”`, source.published].filter(Boolean).join(", ");
}

/** "B2 · against · paragraph 4": the details of a citation apart from its quote. */
export function citationFacts(line: CitedLine): string {
  return [line.grade, line.stance === "against" ? "against" : "", line.locator].filter(Boolean).join(" · ");
}
