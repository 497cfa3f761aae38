// Letters of a picture: their faces, and how a label is set.

import type { Item, Run } from "./decode";
import { type Pen, css } from "./pen";

const NO_DASH: readonly number[] = [];
const LATIN = `"Inter", "Helvetica Neue", Arial, sans-serif`;

/** Weight, slant and families of each face, in the order of the numbers on the wire. */
const FACES: readonly (readonly [style: string, family: string])[] = [
  ["400", LATIN],
  ["500", LATIN],
  ["600", LATIN],
  ["italic 400", LATIN],
  ["italic 600", LATIN],
  ["400", `"IBM Plex Sans Arabic", "Inter", sans-serif`],
  ["400", `"Noto Sans Hebrew", "Inter", sans-serif`],
  ["400", `"Noto Sans SC", "Inter", sans-serif`],
  ["400", `"Noto Emoji", "Inter", sans-serif`],
];

/**
 * Letters are set this many times larger and the canvas scaled down as much. WebKit rounds the advance
 * of each letter to whole pixels of the font size, which makes labels up to 5 % wider than measured; at
 * eight times the size the rounding is too small to see, and the glyphs are drawn as sharp as before.
 */
const FINER = 8;

/** The font of a face as style sheets write it. */
export function font(face: number, sizePx: number): string {
  const [style, family] = FACES[face] ?? ["400", LATIN];
  return `${style} ${sizePx}px ${family}`;
}

/** A font for each face, to be loaded (`document.fonts.load`) before the first picture. */
export function fonts(): string[] {
  return FACES.map((_, face) => font(face, 12));
}

/** Sets a label: the border of its letters first, if it has one. */
export function setText(pen: Pen, item: Extract<Item, { kind: "text" }>): void {
  const { canvas } = pen;
  const y = item.y * FINER;
  canvas.scale(1 / FINER, 1 / FINER);
  if (item.halo) {
    pen.line(css(item.halo.color), item.halo.width * 2 * FINER, "round", NO_DASH);
    // Every border before any letter, or one run's border would eat into its neighbor.
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
