// Dragging a box of a map to another place.

import type { HeldNode } from "../api/generated";
import type { Box } from "../chart/picture";
import { isDrag } from "../chart/pointing.svelte";
import { type Hit, HitKind } from "../scene/decode";

/** The event, theme or actor that a box of the chart `on` stands for; null where it cannot be moved. */
export function nodeOf(hit: Hit | null, on: string | null): string | null {
  if (hit?.hit === HitKind.Event) return on === "layers" || on === "layers-down" ? hit.id : null;
  if (hit?.hit !== HitKind.Lane) return null;
  const [kind, id = null] = hit.id.split(" ");
  return on === `${kind}s` ? id : null;
}

/** A box of the picture, with the node that it stands for. */
export interface Standing {
  readonly id: string;
  readonly box: Box;
}

/** The boxes of the picture that stand for nodes of the chart `on`. */
export function standing(hits: readonly Hit[], on: string | null): Standing[] {
  return hits.flatMap((hit) => {
    const id = nodeOf(hit, on);
    return id === null ? [] : [{ id, box: hit }];
  });
}

/** Marks stand at the left of what belongs to them, this far from its edge at most, pixels. */
const MARK_PX = 12;

/** The place that a dropped box falls into, where the chart says which there are ("2 17": the row, and the entry on the left or
 * "-"); null where it does not. */
export function placeIn(id: string, box: Box, hits: readonly Hit[]): HeldNode | null {
  const [x, y] = [box.x + Math.min(box.width / 2, MARK_PX), box.y + box.height / 2];
  let [place, least]: [string | null, number] = [null, Infinity];
  for (const it of hits) {
    if (it.hit !== HitKind.Row || it.id.endsWith(` ${id}`)) continue;
    const far = Math.hypot(Math.max(it.x - x, x - it.x - it.width, 0), Math.max(it.y - y, y - it.y - it.height, 0));
    if (far < least) [place, least] = [it.id, far];
  }
  const [row, after] = place?.split(" ") ?? [];
  if (row === undefined || after === undefined) return null;
  return { id, row: Number(row), ...(after === "-" ? {} : { after }) };
}

/**
 * The slot of a box among the others of the chart `on`: its row, counted in the direction in which the chart reads, or a new
 * one between two (1.5), and the node right before it there.
 */
export function slotOf(id: string, box: Box, all: readonly Standing[], on: string | null): HeldNode {
  const down = on === "layers-down";
  const along = (it: Box) => (down ? it.y + it.height / 2 : it.x + it.width / 2);
  const across = (it: Box) => (down ? it.x + it.width / 2 : it.y + it.height / 2);
  const reach = (down ? box.height : box.width) / 2;
  const others = all.filter((it) => it.id !== id).toSorted((a, b) => along(a.box) - along(b.box));
  const rows: Standing[][] = [];
  for (const it of others) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && along(it.box) - along(last.box) <= reach) row.push(it);
    else rows.push([it]);
  }
  const middle = (row: readonly Standing[]) => row.reduce((sum, it) => sum + along(it.box), 0) / row.length;
  const own = rows.findIndex((row) => Math.abs(middle(row) - along(box)) <= reach);
  const row = rows[own];
  if (!row) return { id, row: rows.filter((it) => middle(it) < along(box)).length - 0.5 };
  const before = row.filter((it) => across(it.box) < across(box));
  const after = before.toSorted((a, b) => across(a.box) - across(b.box)).at(-1);
  return { id, row: own, ...(after ? { after: after.id } : {}) };
}

export class Placing {
  /** Where the box would be dropped; null while nothing is dragged. */
  ghost = $state.raw<Box | null>(null);
  #held: { readonly id: string; readonly box: Box; readonly x: number; readonly y: number } | null = null;

  take(id: string, box: Box, x: number, y: number): void {
    this.#held = { id, box, x, y };
  }

  /** True while a box is pressed or dragged. */
  get holds(): boolean {
    return this.#held !== null;
  }

  /** True once the press has become a drag. */
  move(x: number, y: number): boolean {
    const held = this.#held;
    if (!held) return false;
    const [dx, dy] = [x - held.x, y - held.y];
    if (this.ghost || isDrag(dx, dy)) this.ghost = { ...held.box, x: held.box.x + dx, y: held.box.y + dy };
    return this.ghost !== null;
  }

  /** The node and where its box was dropped; null when it was only pressed. */
  drop(): Standing | null {
    const [held, ghost] = [this.#held, this.ghost];
    this.cancel();
    return held && ghost ? { id: held.id, box: ghost } : null;
  }

  /** Cancels the drag; true when something was dragged. */
  cancel(): boolean {
    const dragged = this.ghost !== null;
    [this.#held, this.ghost] = [null, null];
    return dragged;
  }
}
