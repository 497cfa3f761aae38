// Moving and zooming a map. Its letters keep their size: at zoom 1 all of it fits its room, more spreads it out. Lengths are
// pixels of the map at zoom 1.

import type { MapAt } from "../api/generated";
import type { Box } from "../chart/picture";
import type { Hit } from "../scene/decode";

const LEAST = 1;
const MOST = 8;

/** How a map stands in its picture. */
export interface Frame {
  /** The part that is shown when no other is chosen: all of it. */
  readonly whole: MapAt;
  /** The point of the picture that a part begins at, pixels. */
  readonly x: number;
  readonly y: number;
}

/** The frames of the maps, as in the charts: what they leave free at their edges, and for the line with the counts. */
export const FRAMES: Readonly<Record<"cause-map" | "themes", Frame>> = {
  "cause-map": { whole: { x_px: 0, y_px: 0, zoom: 1 }, x: 16, y: 38 },
  themes: { whole: { x_px: -16, y_px: -16, zoom: 1 }, x: 0, y: 0 },
};

/** Zoomed by a factor, with the point at (x, y) of the picture staying in place; all of the map once it fits. */
export function zoomed(at: MapAt, factor: number, x: number, y: number, frame: Frame): MapAt {
  const zoom = Math.min(Math.max(at.zoom * factor, LEAST), MOST);
  if (zoom === LEAST) return frame.whole;
  const [dx, dy] = [x - frame.x, y - frame.y];
  return { x_px: at.x_px + dx / at.zoom - dx / zoom, y_px: at.y_px + dy / at.zoom - dy / zoom, zoom };
}

/** Panned by pixels of the picture. */
export function moved(at: MapAt, dx: number, dy: number): MapAt {
  return { ...at, x_px: at.x_px - dx / at.zoom, y_px: at.y_px - dy / at.zoom };
}

/** A part that is not beyond the map; `size` is that of the picture, `contentPx` the height that the whole map needs. */
export function within(at: MapAt, frame: Frame, size: readonly [number, number], contentPx: number): MapAt {
  const clamp = (value: number, from: number, length: number) =>
    Math.min(Math.max(value, from), from + Math.max(length, 0));
  const { whole } = frame;
  return {
    ...at,
    x_px: clamp(at.x_px, whole.x_px, size[0] - size[0] / at.zoom),
    y_px: clamp(at.y_px, whole.y_px, Math.max(size[1], contentPx) - size[1] / at.zoom),
  };
}

/** The part with a point of the map, at (x, y) of the picture `from`, in the middle. */
export function centered(
  from: MapAt,
  x: number,
  y: number,
  zoom: number,
  frame: Frame,
  size: readonly [number, number],
): MapAt {
  const [left, top] = [from.x_px + (x - frame.x) / from.zoom, from.y_px + (y - frame.y) / from.zoom];
  return { x_px: left - (size[0] / 2 - frame.x) / zoom, y_px: top - (size[1] / 2 - frame.y) / zoom, zoom };
}

/** The part in the middle of which a point of the small map is: its hit says where the map begins in it, and its scale. */
export function onMinimap(
  { id }: Pick<Hit, "id">,
  x: number,
  y: number,
  at: MapAt,
  frame: Frame,
  size: readonly [number, number],
): MapAt | null {
  const [left, top, scale] = id.split(" ").map(Number);
  if (left === undefined || top === undefined || !scale) return null;
  const [mapX, mapY] = [(x - left) / scale, (y - top) / scale];
  const [halfX, halfY] = [(size[0] / 2 - frame.x) / at.zoom, (size[1] / 2 - frame.y) / at.zoom];
  return { x_px: mapX - halfX, y_px: mapY - halfY, zoom: at.zoom };
}

/** The event whose mark is nearest to a chip; null without marks. */
export function nearest(chip: Box, places: ReadonlyMap<string, Box>): string | null {
  let [found, least]: [string | null, number] = [null, Infinity];
  for (const [id, box] of places) {
    const dx = Math.max(box.x - chip.x - chip.width, chip.x - box.x - box.width, 0);
    const dy = Math.max(box.y - chip.y - chip.height, chip.y - box.y - box.height, 0);
    const far = Math.hypot(dx, dy);
    if (far < least) [found, least] = [id, far];
  }
  return found;
}
