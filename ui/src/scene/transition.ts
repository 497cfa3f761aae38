// The transition between two pictures: events in both move to their new place, everything else fades.

import type { Hit, Item, Scene } from "./decode";
import { marks } from "./hit";
import type { LabelCache } from "./labelCache";
import { paintItems, paintOn } from "./paint";

/** An event in transition: its items, and how far right and down of its new position it was, pixels. */
export interface Mover {
  readonly items: readonly Item[];
  readonly fromPx: readonly [number, number];
}

/** Splits the items of a picture into those of these events, by id, and the rest. */
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
  const all = [...own].map(([id, items]) => ({ items, fromPx: between(from.get(id), to.get(id)) }));
  return { rest, movers: all, ids };
}

/** How far right and down the first mark is of the second: left edges and middles are compared, as widths may change. */
function between(before: Hit | undefined, after: Hit | undefined): [number, number] {
  if (!before || !after) return [0, 0];
  return [before.x - after.x, before.y + before.height / 2 - after.y - after.height / 2];
}

/** Ease in and out. */
export function eased(share: number): number {
  return share * share * (3 - 2 * share);
}

/** A transition from one picture to another. */
export class Transition {
  readonly #movers: readonly Mover[];
  /** Items that are only in the first picture, and items only in the second. */
  readonly #gone: OffscreenCanvas;
  readonly #come: OffscreenCanvas;

  constructor(
    before: Scene,
    private readonly after: Scene,
    private readonly labels: LabelCache,
  ) {
    const found = movers(before, after);
    this.#movers = found.movers;
    [this.#gone, this.#come] = [this.#sheet(parted(before, found.ids).rest), this.#sheet(found.rest)];
  }

  /** Paints the transition at a share of its duration, 0 to 1. */
  paint(canvas: OffscreenCanvas, timeShare: number): void {
    const share = eased(timeShare);
    [canvas.width, canvas.height] = [this.#come.width, this.#come.height];
    const context = canvas.getContext("2d");
    if (!context) return;
    context.drawImage(this.#gone, 0, 0);
    context.globalAlpha = share;
    context.drawImage(this.#come, 0, 0);
    context.globalAlpha = 1;
    this.labels.prepare(this.after.items);
    const { pixelRatio } = this.labels;
    for (const { items, fromPx } of this.#movers) {
      const left = (1 - share) * pixelRatio;
      context.setTransform(pixelRatio, 0, 0, pixelRatio, fromPx[0] * left, fromPx[1] * left);
      paintItems(context, items, this.labels);
    }
  }

  #sheet(scene: Scene): OffscreenCanvas {
    const sheet = new OffscreenCanvas(1, 1);
    paintOn(sheet, scene, this.labels);
    return sheet;
  }
}
