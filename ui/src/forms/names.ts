// Lists of picked names: adding, removing, reordering and comparing.

/** Something picked by name. */
export interface Name {
  /** Id; null for a name that was only typed. */
  readonly id: string | null;
  readonly name: string;
  /** Hue of a theme. */
  readonly hue?: string;
  /** Role of an actor. */
  readonly role?: string;
  /** Typed, and to be created. */
  readonly isNew?: boolean;
}

/** The argument for a verb: the id, or the name where it has none yet. */
export function keyOf(name: Name): string {
  return name.id ?? name.name;
}

/** The list with a name added, unless it is already there. */
export function withName(list: readonly Name[], name: Name): Name[] {
  return list.some((it) => isSame(it, name)) ? [...list] : [...list, name];
}

/** The list without the item at an index. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** The list with the item at `from` moved to `to`, clamped to the list. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = without(list, from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** What was added and removed, for changing lists of several events at once. */
export function changes(before: readonly Name[], after: readonly Name[]): { added: Name[]; removed: Name[] } {
  return {
    added: after.filter((it) => !before.some((other) => isSame(it, other))),
    removed: before.filter((it) => !after.some((other) => isSame(it, other))),
  };
}

/** True when both are the same apart from case and accents. */
export function alike(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function isSame(a: Name, b: Name): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : alike(a.name, b.name);
}

function folded(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();
}
