// Keeping what opens at a point inside its chart.

/** Where the top left corner of a box goes that is opened at a point: beside it, and inside. */
export function beside(at: number, size: number, room: number): number {
  return Math.max(4, at + size + 4 > room ? Math.min(at - size, room - size - 4) : at);
}
