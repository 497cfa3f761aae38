// The timeline becomes the causal chart, and back: what both show moves to its new height, everything else fades.

import type { Item, Scene } from "../scene/decode";
import type { Letters } from "../scene/letters";
import { paintItems, paintOn } from "../scene/paint";
import { type Picture, marks } from "./picture";

/** How long it takes, by the table of tokens. */
const LASTS_MS = 200;
/** A chart that was left longer ago is forgotten. */
const FORGOTTEN_MS = 1500;
const ALONG_TIME: readonly string[] = ["timeline", "causes"];

/** An event on its way: what is drawn of it, and how far from its new place it begins. */
export interface Mover {
  readonly items: readonly Item[];
  readonly fromPx: number;
}

/** The picture that was left, to begin from. */
let left: { readonly verb: string; readonly picture: Picture; readonly at: number } | null = null;

/** The items of a picture without those of these events, and theirs by id. */
export function parted(scene: Scene, ids: ReadonlySet<string>): { rest: Scene; own: Map<string, Item[]> } {
  const [rest, own]: [Item[], Map<string, Item[]>] = [[], new Map()];
  let mine: Item[] | null = null;
  for (const item of scene.items) {
    if (item.kind === "group" && item.id.startsWith("event-")) {
      const id = item.id.slice("event-".length);
      mine = ids.has(id) ? (own.get(id) ?? []) : null;
      if (mine) own.set(id, mine);
    } else if (item.kind === "ungroup") mine = null;
    else (mine ?? rest).push(item);
  }
  return { rest: { ...scene, items: rest }, own };
}

/** The events that both pictures show. */
export function movers(before: Scene, after: Scene): { rest: Scene; movers: Mover[]; ids: Set<string> } {
  const [from, to] = [marks(before), marks(after)];
  const ids = new Set([...to.keys()].filter((id) => from.has(id)));
  const { rest, own } = parted(after, ids);
  const middle = (it: { y: number; height: number } | undefined) => (it ? it.y + it.height / 2 : 0);
  const all = [...own].map(([id, items]) => ({ items, fromPx: middle(from.get(id)) - middle(to.get(id)) }));
  return { rest, movers: all, ids };
}

/** Slow at both ends. */
export function eased(share: number): number {
  return share * share * (3 - 2 * share);
}

export class Morph {
  #frame = 0;
  #shown: { readonly verb: string; readonly picture: Picture } | null = null;

  /** Paints a picture; the first one of a chart grows out of that of the chart that was left. */
  paint(canvas: HTMLCanvasElement, verb: string, picture: Picture, pixelRatio: number, letters: Letters): void {
    const before = this.#shown === null ? begun(verb) : null;
    this.stop();
    this.#shown = { verb, picture };
    paintOn(canvas, picture.scene, pixelRatio, letters);
    if (before) this.#run(canvas, before, picture, pixelRatio, letters);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  /** The chart is left for another. */
  leave(): void {
    this.stop();
    left = this.#shown && { ...this.#shown, at: performance.now() };
  }

  #run(canvas: HTMLCanvasElement, before: Picture, after: Picture, pixelRatio: number, letters: Letters): void {
    const context = canvas.getContext("2d");
    if (!context) return;
    const { rest, movers: all, ids } = movers(before.scene, after.scene);
    const [gone, come] = [parted(before.scene, ids).rest, rest].map((scene) => {
      const sheet = document.createElement("canvas");
      paintOn(sheet, scene, pixelRatio, letters);
      return sheet;
    });
    letters.prepare(after.scene.items);
    const start = performance.now();
    const step = (now: number) => {
      const share = eased(Math.min((now - start) / LASTS_MS, 1));
      if (share === 1) return paintOn(canvas, after.scene, pixelRatio, letters);
      context.setTransform(1, 0, 0, 1, 0, 0);
      for (const [sheet, alpha] of [[gone, 1], [come, share]] as const) {
        context.globalAlpha = alpha;
        if (sheet) context.drawImage(sheet, 0, 0);
      }
      context.globalAlpha = 1;
      for (const { items, fromPx } of all) {
        context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, fromPx * (1 - share) * pixelRatio);
        paintItems(context, items, letters);
      }
      this.#frame = requestAnimationFrame(step);
    };
    step(start);
  }
}

/** The picture that one of `verb` grows out of; null where it is simply there. */
function begun(verb: string): Picture | null {
  const it = left;
  left = null;
  if (!it || it.verb === verb || !ALONG_TIME.includes(verb) || !ALONG_TIME.includes(it.verb)) return null;
  if (performance.now() - it.at > FORGOTTEN_MS || matchMedia("(prefers-reduced-motion: reduce)").matches) return null;
  return it.picture;
}
