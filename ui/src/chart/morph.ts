// The timeline becomes the causal chart, and back: the first picture of one grows out of the last of the other.

import type { Bytes } from "../scene/orders";
import { painter, put, show } from "../scene/painter";

/** How long it takes, by the table of tokens. */
const LASTS_MS = 200;
/** A chart that was left longer ago is forgotten. */
const FORGOTTEN_MS = 1500;
const ALONG_TIME: readonly string[] = ["timeline", "causes"];

/** The picture that was left, to begin from. */
let left: { readonly kind: string; readonly picture: Bytes; readonly at: number } | null = null;

export class Morph {
  #shown: { readonly kind: string; readonly picture: Bytes } | null = null;
  /** Grows with every picture: what is still on its way for an earlier one is thrown away. */
  #turn = 0;

  /** Shows a picture; the first one of a chart grows out of that of the chart that was left. */
  async show(canvas: HTMLCanvasElement, kind: string, picture: Bytes, pixelRatio: number): Promise<void> {
    const before = this.#shown === null ? begun(kind) : null;
    this.#shown = { kind, picture };
    const turn = (this.#turn += 1);
    if (!before) return show(canvas, picture, pixelRatio);
    put(canvas, await painter.paint({ do: "begin", before, after: picture, pixelRatio }));
    void this.#run(canvas, picture, pixelRatio, turn);
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

/** The picture that a chart of this kind grows out of; null where it is simply there. */
function begun(kind: string): Bytes | null {
  const it = left;
  left = null;
  if (!it || it.kind === kind || !ALONG_TIME.includes(kind) || !ALONG_TIME.includes(it.kind)) return null;
  if (performance.now() - it.at > FORGOTTEN_MS || matchMedia("(prefers-reduced-motion: reduce)").matches) return null;
  return it.picture;
}
