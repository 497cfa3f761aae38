// Paints pictures in a worker and puts them on a canvas.

import type { Answer, Bytes, Order } from "./orders";

interface Waiting {
  readonly done: (bitmap: ImageBitmap) => void;
  readonly failed: (reason: Error) => void;
}

class Painter {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #last = 0;

  /** Starts the worker, so that it is ready for the first picture. */
  start(): Worker {
    this.#worker ??= this.#started();
    return this.#worker;
  }

  /** Paints. An order that waits for fonts may be overtaken by later ones. */
  paint(order: Order): Promise<ImageBitmap> {
    const worker = this.start();
    const id = (this.#last += 1);
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      worker.postMessage({ id, order });
    });
  }

  #started(): Worker {
    const worker = new Worker(new URL("./painter.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#answered(data));
    worker.addEventListener("error", (event) => this.#stopped(event.message));
    return worker;
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("bitmap" in answer) waiting?.done(answer.bitmap);
    else waiting?.failed(new Error(answer.words));
  }

  /** Rejects all waiting orders; the next order starts another worker. */
  #stopped(words: string): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#worker?.terminate();
    this.#worker = null;
    for (const it of all) it.failed(new Error(`The picture could not be painted: ${words}`));
  }
}

export const painter = new Painter();

/** Puts a bitmap on a canvas, replacing the content. */
export function put(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
}

/** Paints a picture and puts it on a canvas. */
export async function show(canvas: HTMLCanvasElement, picture: Bytes, pixelRatio: number): Promise<void> {
  put(canvas, await painter.paint({ do: "paint", picture, pixelRatio }));
}
