// The pointer on a map: pan, zoom, drag boxes, hover, click, press and hold.

import type { MapAt } from "../api/generated";
import { wheelFactor } from "../base/span";
import type { Keys } from "../chart/drag.svelte";
import type { Picture } from "../chart/picture";
import { turned } from "../chart/wheel";
import { Pointing, isDrag } from "../chart/pointing.svelte";
import type { Pointer } from "../chart/stage.svelte";
import { type Hit, HitKind } from "../scene/decode";
import { hit } from "../scene/hit";
import { view } from "../state/view.svelte";
import { type Frame, moved, onMinimap, zoomed } from "./mapView";
import { Placing, type Standing } from "./placing.svelte";

/** Pressing an event this long shows only its neighborhood. */
const HOLD_MS = 500;

/** Hits without a card that do something when they are pressed. */
const PRESSED: readonly HitKind[] = [HitKind.Lane, HitKind.Bucket, HitKind.Part, HitKind.Overview];

/** What the gestures do. */
interface Effects {
  readonly click: (what: Hit | null, x: number, y: number, keys: Keys) => void;
  /** An event was pressed and held. */
  readonly held: (id: string) => void;
  /** The node that dragging from here moves; null for none. */
  readonly node: (under: Hit | null) => string | null;
  readonly put: (dropped: Standing) => void;
}

export class MapPointer implements Pointer {
  readonly pointing = new Pointing([HitKind.Event, HitKind.Link]);
  readonly placing = new Placing();
  cursor = $state("default");
  #press: { x: number; y: number; at: MapAt; moved: boolean } | null = null;
  /** The small map, while it is pressed. */
  #mini: Hit | null = null;
  #holding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly picture: () => Picture | null,
    private readonly at: () => MapAt,
    private readonly frame: Frame,
    /** The same part, no further than the map goes. */
    private readonly within: (at: MapAt) => MapAt,
    private readonly effects: Effects,
  ) {}

  down(x: number, y: number): void {
    const under = this.under(x, y);
    if (under?.hit === HitKind.Overview) {
      this.#mini = under;
      return this.#look(x, y);
    }
    this.#press = { x, y, at: this.at(), moved: false };
    if (under?.hit === HitKind.Event) this.#holding = setTimeout(() => this.#hold(under.id), HOLD_MS);
    const node = this.effects.node(under);
    if (under && node) this.placing.take(node, under, x, y);
  }

  move(x: number, y: number): void {
    const press = this.#press;
    if (this.#mini) return this.#look(x, y);
    if (!press) return this.#point(x, y);
    press.moved ||= isDrag(x - press.x, y - press.y);
    if (!press.moved) return;
    this.pointing.clear();
    this.cursor = "grabbing";
    if (this.placing.holds) this.placing.move(x, y);
    else view.at = moved(press.at, x - press.x, y - press.y);
  }

  up(x: number, y: number, keys: Keys): void {
    const [press, picture] = [this.#press, this.picture()];
    const put = this.placing.drop();
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
    if (!picture) return true;
    this.pointing.clear();
    const turn = turned(event, picture.scene.height);
    const next =
      turn.does === "zoom"
        ? zoomed(at, 1 / wheelFactor(turn.px), x, y, this.frame)
        : turn.does === "sideways"
          ? moved(at, -turn.px, 0)
          : moved(at, 0, -turn.px);
    const to = this.within(next);
    if (to.x_px === at.x_px && to.y_px === at.y_px && to.zoom === at.zoom) return turn.does !== "scroll";
    view.at = to;
    return true;
  }

  under(x: number, y: number): Hit | null {
    const picture = this.picture();
    return picture ? hit(picture.scene, x, y) : null;
  }

  /** Cancels the gesture; true when a box was being dragged. */
  cancel(): boolean {
    clearTimeout(this.#holding);
    [this.#press, this.#mini] = [null, null];
    this.cursor = "default";
    return this.placing.cancel();
  }

  /** Shows the part around a point of the small map. */
  #look(x: number, y: number): void {
    const picture = this.picture();
    if (!this.#mini || !picture) return;
    const { width, height } = picture.scene;
    const to = onMinimap(this.#mini, x, y, this.at(), this.frame, [width, height]);
    if (to) view.at = this.within(to);
  }

  #hold(id: string): void {
    if (!this.#press || this.#press.moved) return;
    this.cancel();
    this.effects.held(id);
  }

  #point(x: number, y: number): void {
    const under = this.under(x, y);
    const hasCard = this.pointing.over(under, x, y);
    this.cursor = hasCard || (under && PRESSED.includes(under.hit)) ? "pointer" : "default";
  }
}
