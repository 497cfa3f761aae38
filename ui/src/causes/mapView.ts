// Moving and zooming a map. Lengths on the map are pixels at zoom 1.

import type { MapAt } from "../api/generated";

const LEAST = 0.05;
const MOST = 4;

/** Margin around a fitted map; the same as in the chart. */
const PAD_PX = 16;

/** The part of the map that a fitted picture shows, from its top edge. */
export function fitted(span: { readonly from: number; readonly to: number }, widthPx: number): MapAt {
  const zoom = widthPx / Math.max(span.to - span.from, 1);
  return { x_px: span.from, y_px: -PAD_PX / zoom, zoom };
}

/** Labels are hard to read below this zoom. */
const READABLE = 0.75;

/** The initial view of a map: fitted; where that is too small to read, its top left corner or the selection. */
export function begun(
  all: MapAt,
  selected: { readonly x: number; readonly y: number } | null,
  size: readonly [number, number],
): MapAt {
  if (all.zoom >= READABLE) return all;
  if (!selected) return { x_px: -PAD_PX, y_px: -PAD_PX, zoom: READABLE };
  const [x, y] = [all.x_px + selected.x / all.zoom, all.y_px + selected.y / all.zoom];
  return { x_px: x - size[0] / 2 / READABLE, y_px: y - size[1] / 2 / READABLE, zoom: READABLE };
}

/** Zoomed by a factor, with the point at (x, y) of the picture staying in place. */
export function zoomed(at: MapAt, factor: number, x: number, y: number): MapAt {
  const zoom = Math.min(Math.max(at.zoom * factor, LEAST), MOST);
  return { x_px: at.x_px + x / at.zoom - x / zoom, y_px: at.y_px + y / at.zoom - y / zoom, zoom };
}

/** Panned by pixels of the picture. */
export function moved(at: MapAt, dx: number, dy: number): MapAt {
  return { ...at, x_px: at.x_px - dx / at.zoom, y_px: at.y_px - dy / at.zoom };
}
