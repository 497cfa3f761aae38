// Where a drag lands: on the days, weeks, months or years that the zoom shows.

import type { DateDetail } from "../api/generated";
import { daysOf } from "../base/span";

/** What a drag snaps to. */
export type Grain = "day" | "week" | "month" | "quarter" | "year";

const LENGTH_DAYS: readonly (readonly [Grain, number])[] = [
  ["day", 1],
  ["week", 7],
  ["month", 30.44],
  ["quarter", 91.31],
  ["year", 365.24],
];
/** A grain narrower than this cannot be aimed at. */
const AIM_PX = 7;
const DAY_MS = 86_400_000;

/** The finest grain that can be aimed at, at so many days for a pixel. */
export function grainAt(daysPerPx: number): Grain {
  return LENGTH_DAYS.find(([, length]) => length / daysPerPx >= AIM_PX)?.[0] ?? "year";
}

/** The beginning of a day, week (Monday), month, quarter or year that is nearest. */
export function snapped(days: number, grain: Grain): number {
  if (grain === "day") return Math.round(days);
  if (grain === "week") return Math.round((days + 3) / 7) * 7 - 3;
  const months = grain === "month" ? 1 : grain === "quarter" ? 3 : 12;
  const date = new Date(Math.floor(days) * DAY_MS);
  const step = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
  const [before, after] = [monthDays(step * months), monthDays((step + 1) * months)];
  return days - before < after - days ? before : after;
}

function monthDays(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return date.getTime() / DAY_MS;
}

/** Which end of an event is held. */
export type End = "both" | "start" | "end";

/** The civil day at an end of a date; null where it is open. */
export function dayAt(date: DateDetail, end: End): number | null {
  const iso = end === "end" ? (date.end_latest ?? date.end_earliest) : (date.start_earliest ?? date.start_latest);
  const days = daysOf(iso);
  return days === null ? null : Math.floor(days);
}

/** By how many whole days an end that lies on `day` moves when it is dragged by `by`; by the day when it is free. */
export function shiftDays(day: number, by: number, end: End, grain: Grain): number {
  if (grain === "day") return Math.round(by);
  // The last day of a period is the one before a beginning.
  const last = end === "end" ? 1 : 0;
  return snapped(day + last + by, grain) - last - day;
}

/** "3 days later", "1 day earlier". */
export function shiftWords(days: number): string {
  if (days === 0) return "where it was";
  const count = Math.abs(days);
  return `${count.toLocaleString("en-US")} ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}
