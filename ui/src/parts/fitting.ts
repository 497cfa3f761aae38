// Which controls of a toolbar fit side by side.

/** A control of a bar. */
export interface Fits {
  readonly id: string;
  /** Is moved under "More" only after all others. */
  readonly keep?: boolean;
}

/**
 * The ids of the controls that fit into `room`: all of them, or as many as leave space for the button that
 * holds the rest. The last ones are dropped first. An unknown width counts as 0, so that it gets measured.
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
