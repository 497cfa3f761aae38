// Drawing a link: from the handle of an entry, by Alt-drag, or by key, with the effect chosen by a click or by arrows and Enter.

import type { Hit, Outline } from "../scene/decode";
import { HitKind } from "../scene/decode";
import { hit, marks } from "../scene/hit";
import type { Box } from "./picture";

/** Distance from its center at which a press takes the handle, pixels. */
const GRAB_PX = 9;
/** Distance of the handle's center below the mark, pixels. */
const BELOW_PX = 4;
/** How far the handle of a wide mark stays from its ends, pixels. */
const INSET_PX = 12;

/** A link being drawn. */
export interface DraftLink {
  readonly cause: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** The event under the pointer, and its mark. */
  readonly effect: string | null;
  readonly over: Box | null;
}

/** Two ends for which the form of a new link is open, and where. */
export interface NewLink {
  readonly cause: string;
  readonly effect: string;
  readonly x: number;
  readonly y: number;
}

/** The center of the handle of a mark: below its middle; of a wide mark below the pointer. */
export function handleAt(mark: Box, pointerX: number): readonly [number, number] {
  const inset = Math.min(mark.width / 2, INSET_PX);
  const x = Math.min(Math.max(pointerX, mark.x + inset), mark.x + mark.width - inset);
  return [x, mark.y + mark.height + BELOW_PX];
}

/** The center of a box. */
export function middle(box: Box): readonly [number, number] {
  return [box.x + box.width / 2, box.y + box.height / 2];
}

export class Linking {
  /** The link that is being dragged. */
  draft = $state.raw<DraftLink | null>(null);
  /** The cause of a link that is being drawn by key. */
  cause = $state<string | null>(null);
  /** The ends that the form is open for. */
  form = $state.raw<NewLink | null>(null);
  /** The cursor over the handle and while a link is dragged; null for that of the chart. */
  cursor = $state<string | null>(null);
  /** The entry whose handle shows, and where the pointer came upon it. */
  #over = $state.raw<{ id: string; x: number } | null>(null);
  #from: { id: string; at: readonly [number, number] } | null = null;
  /** The effect that was pressed, of a link begun by key. The form opens on release: a press elsewhere closes it. */
  #pressed: string | null = null;

  /** `places` returns the marks of the picture by event id; `isOpen` whether links can be drawn. */
  constructor(
    private readonly places: () => ReadonlyMap<string, Hit>,
    private readonly isOpen: () => boolean,
  ) {}

  /** The center of the handle that shows, and its entry. */
  readonly handle = $derived.by(() => {
    const mark = this.#over && this.places().get(this.#over.id);
    return mark && this.#over ? { id: this.#over.id, at: handleAt(mark, this.#over.x) } : null;
  });

  /** True while a link is being dragged, or its effect is pressed. */
  get dragging(): boolean {
    return this.#from !== null || this.#pressed !== null;
  }

  /** The pointer moves with no button pressed; true while it is over the handle. */
  point(scene: Outline, x: number, y: number): boolean {
    if (!this.isOpen() || this.cause !== null) return this.leave();
    const isOnHandle = this.#isOnHandle(x, y);
    this.cursor = isOnHandle ? "crosshair" : null;
    if (isOnHandle) return true;
    const under = hit(scene, x, y);
    if (under?.hit !== HitKind.Event) return this.leave();
    if (this.#over?.id !== under.id) this.#over = { id: under.id, x };
    return false;
  }

  /** The pointer has left the entry and its handle. */
  leave(): false {
    if (!this.dragging) [this.#over, this.cursor] = [null, null];
    return false;
  }

  /** A press: on the handle, or with Alt on an entry, it begins a link; with a cause chosen by key, on an entry, its release ends one. */
  press(scene: Outline, x: number, y: number, alt: boolean): boolean {
    if (!this.isOpen()) return false;
    const under = hit(scene, x, y);
    const event = under?.hit === HitKind.Event ? under.id : null;
    if (this.cause !== null) {
      this.#pressed = event;
      return event !== null;
    }
    const id = this.#isOnHandle(x, y) ? this.handle?.id : alt ? event : null;
    if (!id) return false;
    const mark = this.places().get(id);
    this.#from = { id, at: mark ? middle(mark) : [x, y] };
    [this.#over, this.cursor] = [null, "crosshair"];
    return true;
  }

  /** The dragged end moves. */
  move(scene: Outline, x: number, y: number): void {
    if (!this.#from) return;
    const { id: cause, at: from } = this.#from;
    const under = hit(scene, x, y);
    const effect = under?.hit === HitKind.Event && under.id !== cause ? under.id : null;
    const over = effect ? (marks(scene).get(effect) ?? null) : null;
    this.draft = { cause, from, to: [x, y], effect, over };
  }

  /** The dragged end is dropped, or the pressed effect released: the form opens for an entry. */
  drop(x: number, y: number): void {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (pressed !== null) return void this.end(pressed, x, y);
    const draft = this.draft;
    [this.draft, this.#from, this.cursor] = [null, null, null];
    if (draft?.effect) this.form = { cause: draft.cause, effect: draft.effect, x, y };
  }

  /** Begins a link by key, from the selected entry. */
  begin(cause: string): void {
    if (this.isOpen()) [this.cause, this.form] = [cause, null];
  }

  /** Ends a link begun by key; true when one was begun. The cause itself is no effect: the choice stays open. */
  end(effect: string, x: number, y: number): boolean {
    const cause = this.cause;
    if (cause === null) return false;
    if (cause === effect) return true;
    this.cause = null;
    this.form = { cause, effect, x, y };
    return true;
  }

  /** Cancels the link; true when one was being drawn. */
  cancel(): boolean {
    const was = this.#from !== null || this.cause !== null;
    [this.draft, this.#from, this.#pressed, this.cause, this.cursor] = [null, null, null, null, null];
    return was;
  }

  #isOnHandle(x: number, y: number): boolean {
    const at = this.handle?.at;
    return at !== undefined && Math.hypot(x - at[0], y - at[1]) <= GRAB_PX;
  }
}
