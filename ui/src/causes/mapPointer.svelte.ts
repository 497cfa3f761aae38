// The pointer on a map: pan, zoom, drag boxes, hover, click, press and hold.

import type { HeldNode, MapAt } from "../api/generated";
import { wheelFactor } from "../base/span";
import type { Keys } from "../chart/drag.svelte";
import type { Picture } from "../chart/picture";
import { turned } from "../chart/wheel";
import { Pointing, isDrag } from "../chart/pointing.svelte";
import type { Pointer } from "../chart/stage.svelte";
import { type Hit, HitKind } from "../scene/decode";
import { hit } from "../scene/hit";
import { view } from "../state/view.svelte";
import { moved, zoomed } from "./mapView";
import { Placing } from "./placing.svelte";

/** Pressing an event this long shows only its neighborhood. */
const HOLD_MS = 500;

/** What the gestures do. */
interface Effects {
  readonly click: (what: Hit | null, x: number, y: number, keys: Keys) => void;
  /** An event was pressed and held. */
  readonly held: (id: string) => void;
  /** The node that dragging from here moves; null for none. */
  readonly node: (under: Hit | null) => string | null;
  readonly put: (node: HeldNode) => void;
}

export class MapPointer implements Pointer {
  readonly pointing = new Pointing([HitKind.Event, HitKind.Link]);
  readonly placing = new Placing();
  cursor = $state("default");
  #press: { x: number; y: number; at: MapAt; moved: boolean } | null = null;
  #holding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly picture: () => Picture | null,
    private readonly at: () => MapAt | null,
    private readonly effects: Effects,
  ) {}

  down(x: number, y: number): void {
    const at = this.at();
    if (!at) return;
    this.#press = { x, y, at, moved: false };
    const under = this.under(x, y);
    if (under?.hit === HitKind.Event) this.#holding = setTimeout(() => this.#hold(under.id), HOLD_MS);
    const node = this.effects.node(under);
    if (under && node) this.placing.take(node, under, x, y);
  }

  move(x: number, y: number): void {
    const press = this.#press;
    if (!press) return this.#point(x, y);
    press.moved ||= isDrag(x - press.x, y - press.y);
    if (!press.moved) return;
    this.pointing.clear();
    this.cursor = "grabbing";
    if (this.placing.holds) this.placing.move(x, y);
    else view.at = moved(press.at, x - press.x, y - press.y);
  }

  up(x: number, y: number, keys: Keys): void {
    const [press, at, picture] = [this.#press, this.at(), this.picture()];
    const put = at ? this.placing.drop(at) : null;
    this.cancel();
    if (put) this.effects.put(put);
    if (!press || press.moved || !picture) return;
    this.pointing.clear();
    this.effects.click(hit(picture.scene, x, y), x, y, keys);
  }

  leave(): void {
    this.cancel();
    this.pointing.clear();
  }

  wheel(event: WheelEvent, x: number, y: number): boolean {
    const [at, picture] = [this.at(), this.picture()];
    if (!at || !picture) return true;
    this.pointing.clear();
    const turn = turned(event, picture.scene.height);
    if (turn.does === "zoom") view.at = zoomed(at, 1 / wheelFactor(turn.px), x, y);
    else if (turn.does === "sideways") view.at = moved(at, -turn.px, 0);
    else view.at = moved(at, 0, -turn.px);
    return true;
  }

  under(x: number, y: number): Hit | null {
    const picture = this.picture();
    return picture ? hit(picture.scene, x, y) : null;
  }

  /** Cancels the gesture; true when a box was being dragged. */
  cancel(): boolean {
    clearTimeout(this.#holding);
    this.#press = null;
    this.cursor = "default";
    return this.placing.cancel();
  }

  #hold(id: string): void {
    if (!this.#press || this.#press.moved) return;
    this.cancel();
    this.effects.held(id);
  }

  #point(x: number, y: number): void {
    const under = this.under(x, y);
    const hasCard = this.pointing.over(under, x, y);
    this.cursor = hasCard || under?.hit === HitKind.Lane ? "pointer" : "default";
  }
}
