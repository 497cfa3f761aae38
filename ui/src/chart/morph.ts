// The transition between the timeline and the causes chart: the first picture of one starts from the last of the other. A map
// that is laid out again starts from its last picture.

import type { Bytes } from "../scene/orders";
import { painter, put, show } from "../scene/painter";

/** Duration, as in the table of tokens. */
const LASTS_MS = 200;
/** A chart that was left longer ago than this is ignored. */
const FORGOTTEN_MS = 1500;
const ALONG_TIME: readonly string[] = ["timeline", "causes"];

/** The last picture of the chart that was left. */
let left: { readonly kind: string; readonly picture: Bytes; readonly at: number } | null = null;

export class Morph {
  #shown: { readonly kind: string; readonly picture: Bytes } | null = null;
  /** Whether the next picture starts from the one that is shown. */
  #isAnimated = false;
  /** Increases with every picture: frames of an earlier one are discarded. */
  #turn = 0;

  /** Shows a picture; the first one of a chart is animated from the chart that was left. */
  async show(canvas: HTMLCanvasElement, kind: string, picture: Bytes, pixelRatio: number): Promise<void> {
    const before = this.#shown === null ? begun(kind) : this.#isAnimated ? this.#shown.picture : null;
    this.#isAnimated = false;
    this.#shown = { kind, picture };
    const turn = (this.#turn += 1);
    if (!before) return show(canvas, picture, pixelRatio);
    put(canvas, await painter.paint({ do: "begin", before, after: picture, pixelRatio }));
    void this.#run(canvas, picture, pixelRatio, turn);
  }

  /** Animates the next picture, from the one that is shown. */
  animate(): void {
    this.#isAnimated = !isStill();
  }

  /** The chart is left for another. */
  leave(): void {
    this.#turn += 1;
    left = this.#shown && { ...this.#shown, at: performance.now() };
  }

  async #run(canvas: HTMLCanvasElement, picture: Bytes, pixelRatio: number, turn: number): Promise<void> {
    const start = performance.now();
    for (let share = 0; share < 1;) {
      await new Promise(requestAnimationFrame);
      share = Math.min((performance.now() - start) / LASTS_MS, 1);
      const bitmap = await painter.paint(share < 1 ? { do: "step", share } : { do: "paint", picture, pixelRatio });
      if (turn !== this.#turn) return bitmap.close();
      put(canvas, bitmap);
    }
  }
}

/** The picture that the animation starts from; null for no animation. */
function begun(kind: string): Bytes | null {
  const it = left;
  left = null;
  if (!it || it.kind === kind || !ALONG_TIME.includes(kind) || !ALONG_TIME.includes(it.kind)) return null;
  return performance.now() - it.at > FORGOTTEN_MS || isStill() ? null : it.picture;
}

/** Whether the user asked for no motion. */
function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
