// A place in time, in the words that fit how closely it could be aimed at.

import { dayInWords } from "../base/format";
import type { Grain } from "./snap";

/** "11 June 2025" where a day can be aimed at; else "June 2025", "Q2 2025" or "2025". */
export function dateWords(iso: string, grain: Grain): string {
  const [year = "", month = "1"] = iso.split("-");
  if (iso.startsWith("-") || grain === "year") return iso.startsWith("-") ? iso : year;
  if (grain === "quarter") return `Q${Math.ceil(Number(month) / 3)} ${year}`;
  const day = dayInWords(iso);
  return grain === "month" ? day.replace(/^\d+ /, "") : day;
}
