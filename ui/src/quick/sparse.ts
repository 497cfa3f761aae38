// Words along an axis that is too short for all of them.

import type { Tick } from "../inspector/bounds";

/** A digit or letter of the axis is about this wide, pixels. */
const LETTER_PX = 5.8;
const GAP_PX = 5;

/** Those whose words fit without touching each other or an edge; those within the bounds first. */
export function sparse(ticks: readonly Tick[], width: number): Tick[] {
  const fits: { tick: Tick; left: number; right: number }[] = [];
  for (const tick of [...ticks].sort((a, b) => Number(b.strong) - Number(a.strong))) {
    const half = (tick.words.length * LETTER_PX) / 2;
    const [left, right] = [tick.wordsX - half, tick.wordsX + half];
    const clear = fits.every((it) => right + GAP_PX <= it.left || it.right + GAP_PX <= left);
    if (tick.words !== "" && left >= 0 && right <= width && clear) fits.push({ tick, left, right });
  }
  return fits.map((it) => it.tick).sort((a, b) => a.x - b.x);
}
