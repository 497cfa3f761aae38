// Names picked from lists: what is chosen, in what order, and what changed.

/** Something picked by name. */
export interface Name {
  /** Identity; null for what is only typed. */
  readonly id: string | null;
  readonly name: string;
  /** Hue of a theme. */
  readonly hue?: string;
  /** Role of an actor. */
  readonly role?: string;
  /** Only typed, and meant to be new. */
  readonly isNew?: boolean;
}

/** What a verb takes for it: its id, or the words where it has none yet. */
export function keyOf(name: Name): string {
  return name.id ?? name.name;
}

/** The list with one more; what is there already is not taken twice. */
export function withName(list: readonly Name[], name: Name): Name[] {
  return list.some((it) => isSame(it, name)) ? [...list] : [...list, name];
}

/** The list without what stands at a place. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** The list with what stands at `from` moved to `to`, which is kept inside the list. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = without(list, from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** What came and what went, for changing a list of several events at once. */
export function changes(before: readonly Name[], after: readonly Name[]): { added: Name[]; removed: Name[] } {
  return {
    added: after.filter((it) => !before.some((other) => isSame(it, other))),
    removed: before.filter((it) => !after.some((other) => isSame(it, other))),
  };
}

/** True when letters alone say that both are the same; case and accents do not matter. */
export function alike(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function isSame(a: Name, b: Name): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : alike(a.name, b.name);
}

function folded(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();
}
