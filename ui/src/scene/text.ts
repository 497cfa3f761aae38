// Drawing the labels of a picture.

import type { Item, Run } from "./decode";
import { font } from "./faces";
import { type Pen, css } from "./pen";

const NO_DASH: readonly number[] = [];
/**
 * Glyphs are drawn this many times larger on a canvas that is scaled down by the same factor. WebKit rounds the advance
 * of each glyph to whole pixels of the font size, which makes labels up to 5 % wider than measured; at
 * eight times the size the rounding is too small to see, and the glyphs are drawn as sharp as before.
 */
const FINER = 8;

/** Draws a label: the outline of its glyphs first, if it has one. */
export function setText(pen: Pen, item: Extract<Item, { kind: "text" }>): void {
  const { canvas } = pen;
  const y = item.y * FINER;
  canvas.scale(1 / FINER, 1 / FINER);
  if (item.halo) {
    pen.line(css(item.halo.color), item.halo.width * 2 * FINER, "round", NO_DASH);
    // All outlines first, or the outline of one run would cover its neighbor.
    for (const run of item.runs) {
      choose(pen, run, item.size);
      canvas.strokeText(run.text, run.x * FINER, y);
    }
  }
  pen.fill(css(item.color));
  for (const run of item.runs) {
    choose(pen, run, item.size);
    canvas.fillText(run.text, run.x * FINER, y);
  }
  canvas.scale(FINER, FINER);
}

function choose(pen: Pen, run: Run, sizePx: number): void {
  pen.font(font(run.face, sizePx * FINER), run.rtl);
}
