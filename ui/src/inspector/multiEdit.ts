// Common values of several events.

import type { EventRow, SetField, ThemeCount } from "../api/generated";
import { changes, keyOf, type Name } from "../forms/names";

/** A field of several events: the same value for all, or mixed. */
export type Common<T> = { readonly same: true; readonly value: T } | { readonly same: false };

/** The common value of all rows; mixed when there are no rows. */
export function common<T>(rows: readonly EventRow[], of: (row: EventRow) => T): Common<T> {
  const [first, ...rest] = rows.map((row) => of(row));
  if (first === undefined) return { same: false };
  const word = JSON.stringify(first);
  return rest.every((it) => JSON.stringify(it) === word) ? { same: true, value: first } : { same: false };
}

/** Names that every row has, and how many more are on some rows only. */
export function shared(
  rows: readonly EventRow[],
  of: (row: EventRow) => readonly Name[],
): { names: Name[]; more: number } {
  const all = rows.map((row) => of(row));
  const names = (all[0] ?? []).filter((name) => all.every((list) => list.some((it) => it.id === name.id)));
  const every = new Set(all.flat().map((it) => it.id));
  return { names, more: every.size - names.length };
}

/** The fields to save after names were added or removed for all; other names of single events stay. */
export function listFields(field: string, before: readonly Name[], after: readonly Name[]): SetField[] {
  const { added, removed } = changes(before, after);
  const set: SetField[] = [];
  if (added.length > 0) set.push({ field, way: "add", value: added.map(keyOf) });
  if (removed.length > 0) set.push({ field, way: "remove", value: removed.map(keyOf) });
  return set;
}

/** The themes of a row as names; rows refer to them by handle. */
export function rowThemes(row: EventRow, themes: readonly ThemeCount[]): Name[] {
  return row.themes.map((handle) => {
    const known = themes.find((it) => it.handle === handle);
    return known ? { id: known.id, name: known.name, hue: known.hue } : { id: handle, name: handle };
  });
}
