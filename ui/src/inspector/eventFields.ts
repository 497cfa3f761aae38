// Fields of an event in words.

import type { CategoryLine, EventDetail, LikelihoodLine, PlaceLine } from "../api/generated";

/** "33.32 N 44.37 E"; empty when not known. */
export function coordinates(place: PlaceLine): string {
  const { latitude_deg: latitude, longitude_deg: longitude } = place;
  if (latitude === null || longitude === null) return "";
  const side = (degrees: number, above: string, below: string) =>
    `${Math.abs(degrees).toFixed(2)} ${degrees < 0 ? below : above}`;
  return `${side(latitude, "N", "S")} ${side(longitude, "E", "W")}`;
}

/** "CAMEO 166 · PLOVER SANCTION"; empty without codes. */
export function codes(category: CategoryLine): string {
  return [category.cameo && `CAMEO ${category.cameo}`, category.plover && `PLOVER ${category.plover}`]
    .filter(Boolean)
    .join(" · ");
}

/** "likely, 55 to 80 %". */
export function likelihoodWords(likelihood: LikelihoodLine): string {
  const { word, low_percent: low, high_percent: high } = likelihood;
  return low === null || high === null ? word : `${word}, ${low} to ${high} %`;
}

/** What the kinds mean. */
export const KINDS: Readonly<Record<string, string>> = {
  event: "takes place",
  condition: "a state that lasts",
  assessment: "someone’s stated judgment",
  scenario: "may happen",
};

/** What the statuses mean. */
export const STATUSES: Readonly<Record<string, string>> = {
  happened: "it took place",
  ongoing: "it lasts, or is in force",
  reported: "one side says so, nobody confirms",
  disputed: "sources disagree",
  planned: "it is scheduled",
  doubtful: "scheduled, may not take place",
  hypothetical: "it might be",
  cancelled: "it was called off",
};

/** Fields that are not shown while they hold nothing, in the order in which they stand. */
export const OPTIONAL = [
  "likelihood",
  "confidence",
  "category",
  "actors",
  "places",
  "themes",
  "figures",
  "tags",
  "dataset",
  "summary",
] as const;
export type Optional = (typeof OPTIONAL)[number];

/** True when an event says nothing in a field. */
export function isEmpty(event: EventDetail, field: Optional): boolean {
  const value = event[field];
  return value === null || (typeof value === "string" || Array.isArray(value) ? value.length === 0 : false);
}
