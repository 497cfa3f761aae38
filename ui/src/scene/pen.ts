// Skips redundant state changes of a canvas: setting a color, font or dash pattern costs more than drawing most marks.

import type { Color } from "./decode";

/** An offscreen canvas, or a fake in tests. */
export type Canvas = OffscreenCanvasRenderingContext2D;

const WORDS = new Map<number, string>();
const MOST_WORDS = 2000;

/** A CSS color. */
export function css([red, green, blue, alpha]: Color): string {
  const key = ((red * 256 + green) * 256 + blue) * 256 + alpha;
  const known = WORDS.get(key);
  if (known !== undefined) return known;
  const words = alpha === 255 ? `rgb(${red} ${green} ${blue})` : `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
  if (WORDS.size < MOST_WORDS) WORDS.set(key, words);
  return words;
}

/** A pen with the defaults of SVG. */
export function penOn(canvas: Canvas): Pen {
  // Not "start", which is the right end of right-to-left text.
  canvas.textAlign = "left";
  canvas.textBaseline = "alphabetic";
  canvas.fontKerning = "normal";
  // The default of SVG; that of canvas makes sharp corners longer.
  canvas.miterLimit = 4;
  return new Pen(canvas);
}

/** The current state of the canvas. */
export class Pen {
  #fill: string | CanvasGradient = "";
  #stroke: string | CanvasGradient = "";
  #width = -1;
  #cap = "";
  #join = "";
  #dash: readonly number[] | null = null;
  #font = "";
  #rtl: boolean | null = null;

  constructor(readonly canvas: Canvas) {}

  /** Forgets the state, as after `restore`. */
  forget(): void {
    this.#fill = this.#stroke = this.#cap = this.#join = this.#font = "";
    this.#width = -1;
    this.#dash = this.#rtl = null;
  }

  fill(ink: string | CanvasGradient): void {
    if (ink !== this.#fill) this.canvas.fillStyle = this.#fill = ink;
  }

  line(ink: string | CanvasGradient, width: number, join: CanvasLineJoin, dash: readonly number[]): void {
    if (ink !== this.#stroke) this.canvas.strokeStyle = this.#stroke = ink;
    if (width !== this.#width) this.canvas.lineWidth = this.#width = width;
    if (join !== this.#join) this.canvas.lineJoin = this.#join = join;
    if (dash !== this.#dash) this.canvas.setLineDash((this.#dash = dash) as number[]);
  }

  cap(cap: CanvasLineCap): void {
    if (cap !== this.#cap) this.canvas.lineCap = this.#cap = cap;
  }

  font(font: string, rtl: boolean): void {
    if (font !== this.#font) this.canvas.font = this.#font = font;
    if (rtl !== this.#rtl) this.canvas.direction = (this.#rtl = rtl) ? "rtl" : "ltr";
  }
}
