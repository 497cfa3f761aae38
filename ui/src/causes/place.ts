// Moving and zooming a map. Lengths on the map are pixels at zoom 1.

import type { MapAt } from "../api/generated";

const LEAST = 0.05;
const MOST = 4;

/** Around a map that is fitted, as the chart has it. */
const PAD_PX = 16;

/** What a fitted picture shows: the stretch of the map that it says, from its upper edge on. */
export function fitted(span: { readonly from: number; readonly to: number }, widthPx: number): MapAt {
  const zoom = widthPx / Math.max(span.to - span.from, 1);
  return { x_px: span.from, y_px: -PAD_PX / zoom, zoom };
}

/** Drawn so many times as large, with what is at (x, y) of the picture staying there. */
export function zoomed(at: MapAt, factor: number, x: number, y: number): MapAt {
  const zoom = Math.min(Math.max(at.zoom * factor, LEAST), MOST);
  return { x_px: at.x_px + x / at.zoom - x / zoom, y_px: at.y_px + y / at.zoom - y / zoom, zoom };
}

/** Moved by pixels of the picture. */
export function moved(at: MapAt, dx: number, dy: number): MapAt {
  return { ...at, x_px: at.x_px - dx / at.zoom, y_px: at.y_px - dy / at.zoom };
}
