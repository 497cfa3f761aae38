// Paints a decoded picture on a canvas. The SVG writer in crates/scene is its twin: what one draws the
// other must, so a change here is a change there.

import type { Item, Paint, Run, Scene, Segment, Stroke } from "./decode";
import { type Canvas, Pen, css } from "./pen";

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
];

/** Length on and off, and the line's ends, in the order of the numbers on the wire. */
type Dash = readonly [pattern: readonly number[], cap: CanvasLineCap];
const SOLID: Dash = [[], "butt"];
const DASHES: readonly Dash[] = [
  SOLID,
  [[3.5, 2.5], "butt"],
  [[0.1, 3], "round"],
  [[6, 3.5], "butt"],
  [[0.1, 4], "round"],
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

/** Paints the whole picture at so many device pixels per logical one, over what was there. */
export function paint(canvas: Canvas, scene: Scene, pixelRatio: number): void {
  canvas.save();
  canvas.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  canvas.clearRect(0, 0, scene.width, scene.height);
  canvas.textAlign = "left";
  canvas.textBaseline = "alphabetic";
  canvas.fontKerning = "normal";
  // SVG's limit; canvas would let sharp corners stick out further.
  canvas.miterLimit = 4;
  const pen = new Pen(canvas);
  let clips = 0;
  for (const item of scene.items) {
    if (item.kind === "clip") {
      clips += 1;
      canvas.save();
      canvas.beginPath();
      canvas.rect(item.x, item.y, Math.max(item.width, 0), Math.max(item.height, 0));
      canvas.clip();
    } else if (item.kind === "unclip" && clips > 0) {
      clips -= 1;
      canvas.restore();
      pen.forget();
    } else {
      draw(pen, item);
    }
  }
  for (; clips > 0; clips -= 1) canvas.restore();
  canvas.restore();
}

function draw(pen: Pen, item: Item): void {
  const { canvas } = pen;
  if (item.kind === "rect") {
    if (!(item.width > 0 && item.height > 0)) return;
    canvas.beginPath();
    if (item.radius > 0) canvas.roundRect(item.x, item.y, item.width, item.height, item.radius);
    else canvas.rect(item.x, item.y, item.width, item.height);
    finish(pen, item.fill, item.stroke);
  } else if (item.kind === "path") {
    canvas.beginPath();
    trace(canvas, item.path);
    finish(pen, item.fill, item.stroke);
  } else if (item.kind === "text") {
    text(pen, item);
  }
}

function trace(canvas: Canvas, path: readonly Segment[]): void {
  for (const step of path) {
    if (step[0] === "M") canvas.moveTo(step[1], step[2]);
    else if (step[0] === "L") canvas.lineTo(step[1], step[2]);
    else if (step[0] === "C") canvas.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else canvas.closePath();
  }
}

function finish(pen: Pen, fill: Paint, stroke: Stroke | null): void {
  if (fill) {
    pen.fill(ink(pen.canvas, fill));
    pen.canvas.fill();
  }
  if (stroke?.paint && stroke.width > 0) {
    const [pattern, cap] = DASHES[stroke.dash] ?? SOLID;
    pen.line(ink(pen.canvas, stroke.paint), stroke.width, "miter", pattern);
    pen.cap(cap);
    pen.canvas.stroke();
  }
}

function text(pen: Pen, item: Extract<Item, { kind: "text" }>): void {
  const { canvas } = pen;
  const y = item.y * FINER;
  canvas.scale(1 / FINER, 1 / FINER);
  if (item.halo) {
    pen.line(css(item.halo.color), item.halo.width * 2 * FINER, "round", SOLID[0]);
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

function ink(canvas: Canvas, paint: NonNullable<Paint>): string | CanvasGradient {
  if (paint.kind === "solid") return css(paint.color);
  // A canvas paints nothing with a fade of no length; SVG paints its last color.
  if (paint.fromX === paint.toX) return css(paint.to);
  const fade = canvas.createLinearGradient(paint.fromX, 0, paint.toX, 0);
  fade.addColorStop(0, css(paint.from));
  fade.addColorStop(1, css(paint.to));
  return fade;
}
