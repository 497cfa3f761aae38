// A point in time in words, as precise as the zoom allows to aim.

import { dayInWords } from "../base/format";
import type { Grain } from "./snap";

/** "11 June 2025" at the grain of days; otherwise "June 2025", "Q2 2025" or "2025". */
export function dateWords(iso: string, grain: Grain): string {
  const [year = "", month = "1"] = iso.split("-");
  if (iso.startsWith("-") || grain === "year") return iso.startsWith("-") ? iso : year;
  if (grain === "quarter") return `Q${Math.ceil(Number(month) / 3)} ${year}`;
  const day = dayInWords(iso);
  return grain === "month" ? day.replace(/^\d+ /, "") : day;
}
