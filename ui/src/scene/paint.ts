// Paints a decoded picture on a canvas. The SVG writer in crates/scene is its twin: both must draw the
// same, so every change applies to both.

import type { Drawn, Item, Paint, Segment, Stroke } from "./decode";
import type { LabelCache } from "./labelCache";
import { type Canvas, type Pen, css, penOn } from "./pen";
import { setText } from "./text";

/** Dash patterns and line caps, in the order of the numbers on the wire. */
type Dash = readonly [pattern: readonly number[], cap: CanvasLineCap];
const SOLID: Dash = [[], "butt"];
const DASHES: readonly Dash[] = [
  SOLID,
  [[3.5, 2.5], "butt"],
  [[0.1, 3], "round"],
  [[6, 3.5], "butt"],
  [[0.1, 4], "round"],
];

/** Sets the size of a canvas and paints a picture on it. */
export function paintOn(canvas: OffscreenCanvas, scene: Drawn, labels: LabelCache): void {
  const ratio = labels.pixelRatio;
  // A canvas of size 0 cannot be shown.
  const pixels = (length: number) => Math.max(1, Math.round(length * ratio));
  const [wide, high] = [pixels(scene.width), pixels(scene.height)];
  // Setting the size clears the canvas, so only when it differs.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext("2d");
  if (context) paint(context, scene, ratio, labels);
}

/** Paints the whole picture at a pixel ratio, replacing the content. With `labels`, which must have the
 * same pixel ratio, cached labels are used. */
export function paint(canvas: Canvas, scene: Drawn, pixelRatio: number, labels?: LabelCache): void {
  labels?.prepare(scene.items);
  canvas.save();
  canvas.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  canvas.clearRect(0, 0, scene.width, scene.height);
  paintItems(canvas, scene.items, labels);
  canvas.restore();
}

/** Paints items over the content. `labels` must have been prepared for them. */
export function paintItems(canvas: Canvas, items: readonly Item[], labels?: LabelCache): void {
  const pen = penOn(canvas);
  let clips = 0;
  for (const item of items) {
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
    } else if (item.kind === "text") {
      if (!labels?.stamp(canvas, item)) setText(pen, item);
    } else {
      draw(pen, item);
    }
  }
  for (; clips > 0; clips -= 1) canvas.restore();
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

function ink(canvas: Canvas, paint: NonNullable<Paint>): string | CanvasGradient {
  if (paint.kind === "solid") return css(paint.color);
  // A canvas paints nothing for a gradient of length 0; SVG paints its last color.
  if (paint.fromX === paint.toX) return css(paint.to);
  const fade = canvas.createLinearGradient(paint.fromX, 0, paint.toX, 0);
  fade.addColorStop(0, css(paint.from));
  fade.addColorStop(1, css(paint.to));
  return fade;
}
