// Keeps popups inside their chart.

/** The coordinate of a popup that opens at a point: next to it, and inside the chart. */
export function beside(at: number, size: number, room: number): number {
  return Math.max(4, at + size + 4 > room ? Math.min(at - size, room - size - 4) : at);
}
