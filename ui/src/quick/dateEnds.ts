// Short labels for the ends of a date's bounds.

import type { DateDetail } from "../api/generated";

/** An end: its position, its label, and the center of the label. Pixels. */
export interface End {
  readonly x: number;
  readonly words: string;
  readonly wordsX: number;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Approximate width of a character, pixels. */
const CHARACTER_PX = 5.6;
const GAP_PX = 6;

/** The known ends of a date drawn from `from` to `to`: both if their labels fit side by side, otherwise the first. */
export function dateEnds(date: DateDetail, from: number | null, to: number | null, width: number): End[] {
  const [first, last] = [date.start_earliest, date.end_latest];
  if (first !== null && from !== null && first === last)
    return [placed((from + (to ?? from)) / 2, short(first, false), width)];
  const years = first === null || last === null || first.slice(0, 5) !== last.slice(0, 5);
  const left = first === null || from === null ? null : placed(from, short(first, years), width);
  const right = last === null || to === null ? null : placed(to, short(last, years), width);
  if (!left || !right) return [left, right].filter((it) => it !== null);
  return apart(left, right, width);
}

function placed(x: number, words: string, width: number): End {
  const half = (words.length * CHARACTER_PX) / 2;
  return { x, words, wordsX: Math.min(Math.max(x, half), width - half) };
}

/** Moves the labels apart until they do not touch; without enough space only the first stays. */
function apart(left: End, right: End, width: number): End[] {
  const [a, b] = [(left.words.length * CHARACTER_PX) / 2, (right.words.length * CHARACTER_PX) / 2];
  const missing = left.wordsX + a + GAP_PX - (right.wordsX - b);
  if (missing <= 0) return [left, right];
  const leftX = Math.max(a, left.wordsX - missing / 2);
  const rightX = Math.min(width - b, right.wordsX + missing / 2);
  if (leftX + a + GAP_PX > rightX - b + 0.5) return [left];
  return [
    { ...left, wordsX: leftX },
    { ...right, wordsX: rightX },
  ];
}

/** "1 May", or "May 2025" when the years differ. Times of day are only shown in words. */
function short(iso: string, year: boolean): string {
  const parts = /^(-?\d+)-(\d\d)-(\d\d)/.exec(iso);
  if (!parts) return iso;
  const [, years = "", month = "01", day = "01"] = parts;
  const named = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}`;
  if (!year) return named;
  return /^\d{4}$/.test(years) ? `${MONTHS[Number(month) - 1] ?? ""} ${years}` : years;
}
