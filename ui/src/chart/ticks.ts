// Positions of search results, as paths drawn over a picture.

import type { Hit } from "../scene/decode";

/** Minimum width of a tick, and of the gap to the next. */
const TICK_PX = 2;
/** Maximum number of bins. */
const MOST_BINS = 500;
/** Gap between a mark and its outline. */
const ROOM_PX = 3;

/** How many bins fit a strip. */
export function binCount(widthPx: number): number {
  return Math.min(Math.max(Math.floor(widthPx / (TICK_PX * 1.5)), 1), MOST_BINS);
}

/** Ticks that hang from `y`, one for each bin with results; fuller bins have longer ticks. */
export function tickPath(bins: readonly number[], left: number, width: number, y: number, heightPx: number): string {
  const most = Math.max(1, ...bins);
  const step = width / Math.max(bins.length, 1);
  const tick = (count: number, at: number) => {
    if (count === 0) return "";
    const long = heightPx * (0.55 + 0.45 * (Math.log1p(count) / Math.log1p(most)));
    return `M${round(left + (at + 0.5) * step)} ${round(y)}v${round(long)}`;
  };
  return bins.map(tick).join("");
}

/** Outlines around marks. */
export function outlinePath(marks: readonly Hit[]): string {
  return marks
    .map((it) => {
      const [wide, high] = [it.width + 2 * ROOM_PX, it.height + 2 * ROOM_PX].map(round);
      return `M${round(it.x - ROOM_PX)} ${round(it.y - ROOM_PX)}h${wide}v${high}h-${wide}z`;
    })
    .join("");
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
