// The fields of a source: what is typed for a new one, and what a verb takes for it.

import type { CitedLine, SetField, SourceRow } from "../api/generated";
import { dateValue, typedDate, type TypedDate } from "../forms/date";

/** A source while it is typed. */
export interface TypedSource {
  readonly outlet: string;
  readonly title: string;
  readonly author: string;
  readonly address: string;
  readonly published: TypedDate;
  readonly read: TypedDate;
}

const NO_DATE: TypedDate = { words: "", edtf: null, note: "" };

/** The fields that are text, in the order in which they are asked for. */
export const TEXTS = [
  ["outlet", "Outlet", "who publishes"],
  ["title", "Title", "headline or name"],
  ["author", "Author", ""],
] as const;

/** A source of which only its first words are known. */
export function newSource(title: string): TypedSource {
  return { outlet: "", title, author: "", address: "", published: NO_DATE, read: NO_DATE };
}

/** What `add_source` takes: only what was typed. */
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

/** A date of a source as it would be typed. */
export function sourceDate(source: SourceRow, field: "published" | "read"): TypedDate {
  return typedDate(source[field], "");
}

/** "Reuters, “Talks resume”, 9 June 2025": a source in one line. */
export function sourceLine(source: { outlet: string; title: string; published: string }): string {
  return [source.outlet, source.title && `“${source.title}”`, source.published].filter(Boolean).join(", ");
}

/** "B2 · against · paragraph 4": what is known of a citation beside its quote. */
export function citationFacts(line: CitedLine): string {
  return [line.grade, line.stance === "against" ? "against" : "", line.locator].filter(Boolean).join(" · ");
}
