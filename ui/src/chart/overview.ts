// The overview strip: the time under a pixel, and what dragging there does.

import { type Hit, HitKind, type Outline } from "../scene/decode";
import { type Span, centered, moved, resized } from "../base/span";

/** A linear piece of the strip. */
interface Piece {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** Distance from an edge of the window within which it can be grabbed. */
const GRIP_PX = 6;

/** Half of the area between the ends that can always be grabbed. */
const CORE_PX = 4;

/** The part of the window that is dragged. */
export type Grip = "from" | "to" | "window";

/** The strip as drawn: its pieces, from left to right. */
export class Strip {
  constructor(private readonly pieces: readonly Piece[]) {}

  /** The strip of a picture; null if it has none. Without times in the hits, `extent` is assumed to fill it. */
  static of(scene: Outline, extent: Span | null): Strip | null {
    const hits = scene.hits.filter((it) => it.hit === HitKind.Overview);
    const timed = hits.flatMap(piece).sort((a, b) => a.left - b.left);
    if (timed.length > 0) return new Strip(timed);
    const whole = hits[0];
    if (!whole || !extent) return null;
    return new Strip([{ left: whole.x, right: whole.x + whole.width, ...extent }]);
  }

  /** From the first piece to the last, in days and in pixels; null for an empty strip. */
  get ends(): (Span & { readonly left: number; readonly right: number }) | null {
    const [first, last] = [this.pieces[0], this.pieces.at(-1)];
    return first && last ? { from: first.from, to: last.to, left: first.left, right: last.right } : null;
  }

  /** The day under a pixel, clamped to the ends. */
  daysAt(x: number): number {
    const first = this.pieces[0];
    if (!first || x <= first.left) return first?.from ?? 0;
    for (const it of this.pieces) {
      if (x < it.left) return it.from;
      if (x <= it.right) return it.from + ((x - it.left) / Math.max(it.right - it.left, 1e-6)) * (it.to - it.from);
    }
    return this.pieces.at(-1)?.to ?? 0;
  }

  /** The pixel of a day, clamped to the ends. */
  xOf(days: number): number {
    const first = this.pieces[0];
    if (!first || days <= first.from) return first?.left ?? 0;
    for (const it of this.pieces) {
      if (days < it.from) return it.left;
      if (days <= it.to) return it.left + ((days - it.from) / Math.max(it.to - it.from, 1e-9)) * (it.right - it.left);
    }
    return this.pieces.at(-1)?.right ?? 0;
  }

  /** The part of the window under a pixel; null outside of it. */
  gripAt(x: number, window: Span): Grip | null {
    const [left, right] = [this.xOf(window.from), this.xOf(window.to)];
    const middle = (left + right) / 2;
    // However narrow the window is, its middle can be grabbed, and its ends beside that.
    const [inner, outer] = [Math.min((right - left) / 2, GRIP_PX), Math.max((right - left) / 2, CORE_PX) + GRIP_PX];
    if (Math.abs(x - middle) > outer) return null;
    if (Math.abs(x - middle) < Math.max((right - left) / 2 - inner, CORE_PX)) return "window";
    return x < middle ? "from" : "to";
  }

  /** The window after dragging `grip` from one pixel to another. */
  dragged(start: Span, grip: Grip, fromX: number, toX: number): Span {
    if (grip !== "window") return resized(start, grip, this.daysAt(this.xOf(start[grip]) + toX - fromX));
    return moved(start, this.daysAt(toX) - this.daysAt(fromX));
  }

  /** The window centered at a pixel. */
  jumped(window: Span, x: number): Span {
    return centered(window, this.daysAt(x));
  }
}

/** A hit's id is "FROM TO", the days at its edges, or "FROM TO LEFT RIGHT", the days at those two pixels. */
function piece(hit: Hit): Piece[] {
  const [from, to, left = hit.x, right = hit.x + hit.width] = hit.id.trim().split(/\s+/).map(Number);
  if (from === undefined || to === undefined || !(to > from) || !(right > left)) return [];
  return [{ left, right, from, to }];
}
