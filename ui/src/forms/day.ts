// The day that a typed date stands for where a single day is needed.

import type { DateDetail } from "../api/generated";

/** The first or last day that a date may cover, ISO 8601; null where that end is open. */
export function dayAtEnd(date: DateDetail, end: "first" | "last"): string | null {
  const iso = end === "first" ? date.start_earliest : date.end_latest;
  return iso?.split("T")[0] ?? null;
}
