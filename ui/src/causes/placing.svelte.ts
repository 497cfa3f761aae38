// Dragging a box of a map to another place.

import type { HeldNode, MapAt } from "../api/generated";
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

/** The position on the map of the center of a box of the picture. */
export function spotOf(id: string, box: Box, at: MapAt): HeldNode {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return { id, x: at.x_px + x / at.zoom, y: at.y_px + y / at.zoom };
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

  /** The node with its new place; null when it was only pressed. */
  drop(at: MapAt): HeldNode | null {
    const [held, ghost] = [this.#held, this.ghost];
    this.cancel();
    return held && ghost ? spotOf(held.id, ghost, at) : null;
  }

  /** Cancels the drag; true when something was dragged. */
  cancel(): boolean {
    const dragged = this.ghost !== null;
    [this.#held, this.ghost] = [null, null];
    return dragged;
  }
}
