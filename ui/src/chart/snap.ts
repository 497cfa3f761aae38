// Snapping of drags: to the days, weeks, months or years that the zoom shows.

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
/** Units narrower than this cannot be aimed at. */
const AIM_PX = 7;
const DAY_MS = 86_400_000;

/** The finest unit that can be aimed at, for a scale in days per pixel. */
export function grainAt(daysPerPx: number): Grain {
  return LENGTH_DAYS.find(([, length]) => length / daysPerPx >= AIM_PX)?.[0] ?? "year";
}

/** The nearest start of a day, week (Monday), month, quarter or year. */
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

/** Which end of an event is dragged. */
export type End = "both" | "start" | "end";

/** The civil day at an end of a date; null where it is open. */
export function dayAt(date: DateDetail, end: End): number | null {
  const iso = end === "end" ? (date.end_latest ?? date.end_earliest) : (date.start_earliest ?? date.start_latest);
  const days = daysOf(iso);
  return days === null ? null : Math.floor(days);
}

/** The number of whole days by which an end on `day` moves when dragged by `by` days. */
export function shiftDays(day: number, by: number, end: End, grain: Grain): number {
  if (grain === "day") return Math.round(by);
  // The last day of a period is the day before the next one starts.
  const last = end === "end" ? 1 : 0;
  return snapped(day + last + by, grain) - last - day;
}

/** "3 days later", "1 day earlier". */
export function shiftWords(days: number): string {
  if (days === 0) return "unchanged";
  const count = Math.abs(days);
  return `${count.toLocaleString("en-US")} ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}
