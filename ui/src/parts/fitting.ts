// Which of the controls of a bar find room side by side.

/** A control of a bar. */
export interface Fits {
  readonly id: string;
  /** Goes last, when the others have gone already. */
  readonly keep?: boolean;
}

/**
 * The ids of those that fit into `room`, in any order: all of them if they do, else as many as leave room for the button that
 * holds the rest. Those at the end go first. A width that is not known yet counts as nothing, so that it gets measured.
 */
export function fitting(
  all: readonly Fits[],
  widths: ReadonlyMap<string, number>,
  room: number,
  gap: number,
  more: number,
): ReadonlySet<string> {
  const long = (ids: readonly Fits[]) =>
    ids.reduce((sum, it) => sum + (widths.get(it.id) ?? 0), 0) + gap * Math.max(ids.length - 1, 0);
  if (long(all) <= room) return new Set(all.map((it) => it.id));
  const stay = [...all];
  while (stay.length > 0 && long(stay) + gap + more > room) {
    const loose = stay.findLastIndex((it) => !it.keep);
    stay.splice(loose >= 0 ? loose : stay.length - 1, 1);
  }
  return new Set(stay.map((it) => it.id));
}
