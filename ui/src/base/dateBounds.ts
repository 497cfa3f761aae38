// Layout of the small drawing of a date's bounds: what is known is solid, what is not fades. Numbers only; components draw it.

import type { DateDetail, DateShape } from "../api/generated";
import { dayInWords } from "./format";
import { daysOf, isoOf } from "./span";

/** A mark of the axis under the drawing. */
export interface Tick {
  readonly x: number;
  readonly words: string;
  /** Position of the label: the middle of a day, or the start of a month or year. */
  readonly wordsX: number;
  /** Within the bounds. */
  readonly strong: boolean;
}

/** The drawing of a date. x in pixels; null for an open or unknown end. */
export interface Drawing {
  readonly shape: DateShape;
  /** Outer bounds. */
  readonly from: number | null;
  readonly to: number | null;
  /** Between these a period had certainly begun and not yet ended. */
  readonly sureFrom: number | null;
  readonly sureTo: number | null;
  readonly ticks: readonly Tick[];
}

/** Labels closer to the edge than this would be cut off. */
const EDGE_PX = 10;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The drawing of a date, `width` pixels wide; null when no bound is known. */
export function drawing(date: DateDetail, width: number): Drawing | null {
  const start = [daysOf(date.start_earliest), daysOf(date.start_latest)] as const;
  const end = [daysOf(date.end_earliest), daysOf(date.end_latest)].map(after) as [number | null, number | null];
  const known = [...start, ...end].filter((it) => it !== null);
  if (known.length === 0) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const margin = Math.max((high - low) * 0.18, high - low <= 1 ? 4 : 1);
  const [left, right] = [low - margin, high + margin];
  const x = (days: number | null) => (days === null ? null : ((days - left) / (right - left)) * width);
  return {
    shape: date.shape,
    from: x(start[0]),
    to: x(end[1]),
    sureFrom: x(start[1]),
    sureTo: x(daysOf(date.end_earliest)),
    ticks: ticks(left, right, width, low, high),
  };
}

/** "11 June", for the ends of a drawing. */
export function dayWords(iso: string | null): string {
  const days = daysOf(iso);
  if (days === null) return "unknown";
  const [, month] = monthOf(days);
  return `${Number(isoOf(days).slice(-2))} ${NAMES[month - 1] ?? ""}`;
}

/** "11 June 2025", for a bound of a date. */
export function boundWords(iso: string | null): string {
  return iso === null ? "unknown" : dayInWords(iso.split("T")[0] ?? "");
}

function after(day: number | null): number | null {
  // A day ends where the next begins; an instant is its own end.
  return day === null ? null : Number.isInteger(day) ? day + 1 : day;
}

/** Ticks for days, months or years, whichever gives at most nine. */
function ticks(left: number, right: number, width: number, low: number, high: number): Tick[] {
  const length = right - left;
  const x = (days: number) => ((days - left) / length) * width;
  const at = (days: number, words: string, until: number, wordsAt = days): Tick => ({
    x: x(days),
    words: x(wordsAt) < EDGE_PX || x(wordsAt) > width - EDGE_PX ? "" : words,
    wordsX: x(wordsAt),
    strong: days < high && until > low,
  });
  if (length <= 9)
    return days(left, right).map((day) => at(day, String(Number(isoOf(day).slice(-2))), day + 1, day + 0.5));
  const months = monthsBetween(left, right);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].find((it) => months / it <= 7) ?? 12000;
  const found: Tick[] = [];
  const [year = 1970, month = 1] = monthOf(left);
  let index = Math.ceil((year * 12 + month - 1) / step) * step;
  for (; found.length < 16; index += step) {
    const [y, m] = [Math.floor(index / 12), ((index % 12) + 12) % 12];
    const day = daysOf(isoMonth(y, m + 1)) ?? Infinity;
    if (day > right) break;
    const words = step >= 12 ? String(y) : `${MONTHS[m]}${m === 0 || found.length === 0 ? ` ${y}` : ""}`;
    if (day >= left) found.push(at(day, words, day + step * 30.4));
  }
  return found;
}

function days(left: number, right: number): number[] {
  const all: number[] = [];
  for (let day = Math.ceil(left); day + 1 <= right + 0.01; day += 1) all.push(day);
  return all;
}

function monthOf(day: number): [number, number] {
  const parts = /^(-?\d+)-(\d\d)/.exec(isoOf(day));
  return [Number(parts?.[1] ?? 1970), Number(parts?.[2] ?? 1)];
}

function monthsBetween(left: number, right: number): number {
  return (right - left) / 30.4375;
}

function isoMonth(year: number, month: number): string {
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-01`;
}
