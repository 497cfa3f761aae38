// The lists that events are filed under, and what can be said about an item of each.

import type { ItemRow } from "../api/generated";

/** The lists, as verbs name them. */
export const LISTS = [
  ["themes", "Themes", "theme"],
  ["categories", "Categories", "category"],
  ["actors", "Actors", "actor"],
  ["places", "Places", "place"],
  ["datasets", "Datasets", "dataset"],
] as const;
export type List = (typeof LISTS)[number][0];

/** A column of text beside the name. */
export interface Column {
  readonly field: "handle" | "country" | "cameo" | "plover" | "latitude_deg" | "longitude_deg";
  readonly words: string;
  /** What a value looks like. */
  readonly hint: string;
}

const HANDLE: Column = { field: "handle", words: "Word for typing", hint: "us-china" };
const COUNTRY: Column = { field: "country", words: "Country", hint: "CN" };

/** The columns of a list, after its name. */
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

/** Lists that are trees. */
export function isTree(list: List): boolean {
  return list === "themes" || list === "categories" || list === "actors";
}

/** Whether an item may become part of `parent`: not of itself, nor of what is part of it. */
export function mayBePartOf(rows: readonly ItemRow[], id: string, parent: string): boolean {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (let at: string | null = parent; at !== null; at = byId.get(at)?.parent ?? null) {
    if (at === id) return false;
  }
  return true;
}
