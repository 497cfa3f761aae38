// A date as it is typed: words, and the reading that was chosen where they may mean several.

import type { DateDetail } from "../api/generated";

/** What a date field holds. */
export interface TypedDate {
  readonly words: string;
  /** The reading that was chosen; null while the words say it. */
  readonly edtf: string | null;
  /** Why the date is what it is. */
  readonly note: string;
}

/** What is stored, as it would be typed. */
export function typedDate(date: DateDetail | null, note = date?.note ?? ""): TypedDate {
  return { words: date ? date.words || date.in_words : "", edtf: null, note };
}

/** What a verb takes for it: null for no date, the words, or the reading that was chosen. */
export function dateValue(date: TypedDate): string | { words: string; edtf: string } | null {
  const words = date.words.trim();
  if (words === "") return null;
  return date.edtf === null ? words : { words, edtf: date.edtf };
}

/** Words that only add to the program's own ("Wednesday 11 June 2025") say it best, and so do those that stand for a range of
 *  days ("early May 2025"), which the program's own spell out. */
export function headline(date: DateDetail): string {
  const isSpelledOut = date.in_words.startsWith("one ");
  return date.words !== "" && (isSpelledOut || date.words.includes(date.in_words)) ? date.words : date.in_words;
}

/** The words as typed, where they say more than what stands beside them. */
export function asTyped(date: DateDetail): string {
  if (date.typed !== "") return date.typed;
  return date.words !== "" && date.words !== headline(date) && date.words !== date.edtf ? date.words : "";
}
