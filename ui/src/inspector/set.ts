// Saving fields from the inspector.

import type { CategoryLine, Done, EventDetail, SetField } from "../api/generated";
import { dateValue, type TypedDate } from "../forms/date";
import { keyOf, type Name } from "../forms/names";
import { edits } from "../state/edits.svelte";

/** Sets fields of events, in one step. */
export function setFields(ids: readonly string[], set: SetField[], makeNew = false): Promise<Done> {
  return edits.run("edit", { events: [...ids], set, ...(makeNew ? { make_new: true } : {}) });
}

/** Returns a function that saves one field of one event. */
export function saver<T>(id: string, field: string, value: (typed: T) => unknown = (typed) => typed) {
  return (typed: T, makeNew: boolean): Promise<Done> =>
    setFields([id], [{ field, value: value(typed) }], makeNew || hasNew(typed));
}

/** True when the list contains a new name. */
export function hasNew(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some((it: unknown) => typeof it === "object" && it !== null && "isNew" in it && it.isNew === true)
  );
}

/** The changed fields of a typed date. */
export function dateFields(before: TypedDate, typed: TypedDate): SetField[] {
  const set: SetField[] = [];
  if (typed.words !== before.words || typed.edtf !== before.edtf) set.push({ field: "date", value: dateValue(typed) });
  if (typed.note !== before.note) set.push({ field: "date_note", value: typed.note });
  return set;
}

/** Category and codes while they are edited. */
export interface TypedCategory {
  readonly category: readonly Name[];
  readonly cameo: string;
  readonly plover: string;
}

export function typedCategory(category: CategoryLine | null): TypedCategory {
  return {
    category: category ? [{ id: category.id, name: category.name }] : [],
    cameo: category?.cameo ?? "",
    plover: category?.plover ?? "",
  };
}

/** The changed fields of a category; codes that belong to a category come with it. */
export function categoryFields(before: TypedCategory, typed: TypedCategory): SetField[] {
  const key = (it: TypedCategory) => (it.category[0] ? keyOf(it.category[0]) : null);
  const set: SetField[] = key(before) === key(typed) ? [] : [{ field: "category", value: key(typed) }];
  for (const field of ["cameo", "plover"] as const) {
    if (typed[field].trim() !== before[field]) set.push({ field, value: typed[field].trim() });
  }
  return set;
}

/** Ids, or the typed names of new items, as verbs take them. */
export function keys(names: readonly Name[]): string[] {
  return names.map(keyOf);
}

export function themeNames(event: EventDetail): Name[] {
  return event.themes.map(({ id, name, hue }) => ({ id, name, hue }));
}

export function actorNames(event: EventDetail): Name[] {
  return event.actors.map(({ id, name, path, role }) => ({ id, name: path || name, role }));
}

/** Actors with roles, as verbs take them. */
export function participants(actors: readonly Name[]): { actor: string; role: string }[] {
  return actors.map((it) => ({ actor: keyOf(it), role: (it.role ?? "").trim() }));
}

export function placeNames(event: EventDetail): Name[] {
  return event.places.map(({ id, name }) => ({ id, name }));
}

/** Tags as names, for the picker. */
export function tagNames(tags: readonly string[]): Name[] {
  return tags.map((name) => ({ id: name, name }));
}
