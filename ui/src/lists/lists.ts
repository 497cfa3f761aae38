// The lists that classify events, and the columns of each.

import type { ItemRow } from "../api/generated";

/** The lists by the names verbs use, with plural and singular. */
export const LISTS = [
  ["themes", "Themes", "theme"],
  ["categories", "Categories", "category"],
  ["actors", "Actors", "actor"],
  ["places", "Places", "place"],
  ["datasets", "Datasets", "dataset"],
] as const;
export type List = (typeof LISTS)[number][0];

/** A text column next to the name. */
export interface Column {
  readonly field: "handle" | "country" | "cameo" | "plover" | "latitude_deg" | "longitude_deg";
  readonly words: string;
  /** An example value. */
  readonly hint: string;
}

const HANDLE: Column = { field: "handle", words: "Shortcut", hint: "us-china" };
const COUNTRY: Column = { field: "country", words: "Country", hint: "CN" };

/** The columns of a list, after the name. */
export const COLUMNS: Record<List, readonly Column[]> = {
  themes: [HANDLE],
  categories: [
    HANDLE,
    { field: "cameo", words: "CAMEO", hint: "0354" },
    { field: "plover", words: "PLOVER", hint: "CONSULT" },
  ],
  actors: [HANDLE, COUNTRY],
  places: [
    COUNTRY,
    { field: "latitude_deg", words: "Latitude", hint: "33.31" },
    { field: "longitude_deg", words: "Longitude", hint: "44.36" },
  ],
  datasets: [],
};

/** Whether the items of a list form a tree. */
export function isTree(list: List): boolean {
  return list === "themes" || list === "categories" || list === "actors";
}

/** Whether `parent` may become the parent of an item: neither itself nor one of its descendants. */
export function mayBePartOf(rows: readonly ItemRow[], id: string, parent: string): boolean {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (let at: string | null = parent; at !== null; at = byId.get(at)?.parent ?? null) {
    if (at === id) return false;
  }
  return true;
}
