// The time scale of the plot: which day a pixel stands for. Empty periods may be collapsed.

import type { Span } from "../base/span";

/** A span of time that is drawn to scale. */
interface Piece {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** What a picture contains about its time scale. */
interface Timed {
  readonly span: Span;
  readonly plot: { readonly x: number; readonly width: number };
  readonly pieces: string;
}

/** The time scale of a picture. Beyond its pieces, time continues at the scale of the last one. */
export class Line {
  private constructor(private readonly pieces: readonly [Piece, ...Piece[]]) {}

  /** The scale of a picture: as its plot says, or linear from edge to edge. */
  static of(picture: Timed): Line {
    const { plot, span } = picture;
    const [first, ...rest] = picture.pieces.split(";").flatMap(pieceOf);
    return new Line([first ?? { left: plot.x, right: plot.x + plot.width, ...span }, ...rest]);
  }

  /** The day at a pixel. */
  daysAt(x: number): number {
    const it = this.pieces.find((piece) => x <= piece.right) ?? this.pieces[this.pieces.length - 1] ?? this.pieces[0];
    return it.from + ((x - it.left) / Math.max(it.right - it.left, 1e-6)) * (it.to - it.from);
  }

  /** The pixel of a day. */
  xOf(days: number): number {
    const it = this.pieces.find((piece) => days <= piece.to) ?? this.pieces[this.pieces.length - 1] ?? this.pieces[0];
    return it.left + ((days - it.from) / Math.max(it.to - it.from, 1e-9)) * (it.right - it.left);
  }

  /** Whether any gap is collapsed. */
  get isFolded(): boolean {
    return this.pieces.length > 1;
  }

  /** A span moved by pixels. */
  moved(span: Span, px: number): Span {
    return { from: this.daysAt(this.xOf(span.from) + px), to: this.daysAt(this.xOf(span.to) + px) };
  }

  /** A span made longer (factor above 1) or shorter on the page, with the day `at` staying in place. */
  zoomed(span: Span, factor: number, at: number): Span {
    const x = this.xOf(at);
    const end = (days: number) => this.daysAt(x + (this.xOf(days) - x) * factor);
    return { from: end(span.from), to: end(span.to) };
  }
}

/** "FROM TO LEFT RIGHT": the days at two pixels. */
function pieceOf(words: string): Piece[] {
  const [from, to, left, right] = words.trim().split(/\s+/).map(Number);
  if (from === undefined || to === undefined || left === undefined || right === undefined) return [];
  return right > left && to > from ? [{ from, to, left, right }] : [];
}
