// Fields of an event in words.

import type { CategoryLine, LikelihoodLine, PlaceLine } from "../api/generated";

/** "33.32 N 44.37 E"; empty when not known. */
export function coordinates(place: PlaceLine): string {
  const { latitude_deg: latitude, longitude_deg: longitude } = place;
  if (latitude === null || longitude === null) return "";
  const side = (degrees: number, above: string, below: string) => `${Math.abs(degrees).toFixed(2)} ${degrees < 0 ? below : above}`;
  return `${side(latitude, "N", "S")} ${side(longitude, "E", "W")}`;
}

/** "CAMEO 166 · PLOVER SANCTION"; empty without codes. */
export function codes(category: CategoryLine): string {
  return [category.cameo && `CAMEO ${category.cameo}`, category.plover && `PLOVER ${category.plover}`].filter(Boolean).join(" · ");
}

/** "likely, 55 to 80 %". */
export function likelihoodWords(likelihood: LikelihoodLine): string {
  const { word, low_percent: low, high_percent: high } = likelihood;
  return low === null || high === null ? word : `${word}, ${low} to ${high} %`;
}
