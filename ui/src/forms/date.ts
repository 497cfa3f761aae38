// A typed date: words, and the chosen reading where they are ambiguous.

import type { DateDetail } from "../api/generated";

/** The value of a date field. */
export interface TypedDate {
  readonly words: string;
  /** The chosen reading; null where the words are not ambiguous. */
  readonly edtf: string | null;
  /** The reason for this date. */
  readonly note: string;
}

/** A stored date as it would be typed. */
export function typedDate(date: DateDetail | null, note = date?.note ?? ""): TypedDate {
  return { words: date ? date.words || date.in_words : "", edtf: null, note };
}

/** The argument for a verb: null for no date, the words, or the words with the chosen reading. */
export function dateValue(date: TypedDate): string | { words: string; edtf: string } | null {
  const words = date.words.trim();
  if (words === "") return null;
  return date.edtf === null ? words : { words, edtf: date.edtf };
}

/** Words that only add to the program's own ("Wednesday 11 June 2025") say it best, and so do those that stand for a range of
 *  days ("early May 2025"), which the program's own spell out. */
export function headline(date: DateDetail): string {
  const isSpelledOut = /^(?:on a day|in a month|in a year) /.test(date.in_words);
  return date.words !== "" && (isSpelledOut || date.words.includes(date.in_words)) ? date.words : date.in_words;
}

/** The words as typed, where they add to the headline. */
export function asTyped(date: DateDetail): string {
  if (date.typed !== "") return date.typed;
  return date.words !== "" && date.words !== headline(date) && date.words !== date.edtf ? date.words : "";
}
