// A date that is one day.

import type { DateDetail } from "../api/generated";

/** The day of a date that is known to the day, as ISO has it; null where it is a longer stretch or not known so well. */
export function dayOf(date: DateDetail): string | null {
  const [first, last] = [date.start_earliest, date.end_latest].map((it) => it?.split("T")[0] ?? null);
  return first && first === last ? first : null;
}
