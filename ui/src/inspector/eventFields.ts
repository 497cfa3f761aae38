// Fields of an event as text.

import type { CategoryLine, EventDetail, LikelihoodLine, PlaceLine } from "../api/generated";

/** "33.32 N 44.37 E"; empty when unknown. */
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

/** "likely, 55 to 80%". */
export function likelihoodWords(likelihood: LikelihoodLine): string {
  const { word, low_percent: low, high_percent: high } = likelihood;
  return low === null || high === null ? word : `${word}, ${low} to ${high}%`;
}

/** Meanings of the kinds. */
export const KINDS: Readonly<Record<string, string>> = {
  event: "happens at a time",
  condition: "a lasting state",
  assessment: "someone’s stated judgment",
  scenario: "could happen",
};

/** Meanings of the statuses. */
export const STATUSES: Readonly<Record<string, string>> = {
  happened: "took place",
  ongoing: "continues, or is in force",
  reported: "claimed by one side, not confirmed",
  disputed: "sources disagree",
  planned: "scheduled",
  doubtful: "scheduled, but may not happen",
  hypothetical: "possible, not scheduled",
  cancelled: "called off",
};

/** Fields that are hidden while empty, in display order. */
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

/** Names of these fields, where they differ from the word. */
export const LABELS: Readonly<Record<Optional, string>> = {
  likelihood: "Likelihood",
  confidence: "Confidence",
  category: "Category",
  actors: "Actors",
  places: "Places",
  themes: "Themes",
  figures: "Figures",
  tags: "Tags",
  dataset: "Dataset",
  summary: "Summary",
};

/** True when a field of the event is empty. */
export function isEmpty(event: EventDetail, field: Optional): boolean {
  const value = event[field];
  return value === null || (typeof value === "string" || Array.isArray(value) ? value.length === 0 : false);
}
