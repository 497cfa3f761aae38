// When a press becomes a drag, and when hovering shows a card.

import type { Focus } from "../api/generated";
import { type Hit, HitKind } from "../scene/decode";

/** Distance after which a press becomes a drag, pixels. */
const DRAG_PX = 3;
/** How long the pointer rests before the card shows. */
const REST_MS = 120;

/** Whether a press that has moved this far is a drag. */
export function isDrag(dx: number, dy: number): boolean {
  return Math.hypot(dx, dy) > DRAG_PX;
}

/** What is pointed at, and where. */
export interface Pointed {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}

/** The event or link under the pointer, for the request of a picture. */
export function hoverOf(pointed: Pointed | null): Pick<Focus, "hovered" | "hovered_link"> {
  if (pointed?.hit.hit === HitKind.Event) return { hovered: pointed.hit.id };
  const link = pointed?.hit.hit === HitKind.Link ? pointed.hit.id.split(" ")[0] : undefined;
  return link ? { hovered_link: link } : {};
}

/** What the pointer has rested on. */
export class Pointing {
  now = $state.raw<Pointed | null>(null);
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `kinds` are the kinds of hits that have a card. */
  constructor(private readonly kinds: readonly HitKind[]) {}

  /** The pointer is over this; true when there is a card for it. */
  over(under: Hit | null, x: number, y: number): boolean {
    const hasCard = under !== null && this.kinds.includes(under.hit);
    if (hasCard && this.now?.hit.id === under.id && this.now.hit.hit === under.hit) return true;
    this.clear();
    if (hasCard) this.#rest = setTimeout(() => (this.now = { hit: under, x, y }), REST_MS);
    return hasCard;
  }

  clear(): void {
    clearTimeout(this.#rest);
    this.now = null;
  }
}
