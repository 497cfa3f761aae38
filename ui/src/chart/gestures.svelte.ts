// The pointer on a chart: pan, zoom, scroll, drag the overview, the as-of line or events, hover, click.

import { type Hit, HitKind } from "../scene/decode";
import { hit } from "../scene/hit";
import { view } from "../state/view.svelte";
import type { Drag, DragController, Keys } from "./drag.svelte";
import { Line } from "./line";
import { type Grip, Strip } from "./overview";
import { type Picture, daysAt, scrollRange } from "./picture";
import { Pointing, isDrag } from "./pointing.svelte";
import type { Pointer } from "./stage.svelte";
import { turned } from "./wheel";
import { type Span, isoOf, moved, wheelFactor, zoomed } from "../base/span";

type Held =
  | {
      readonly what: "plot";
      readonly x: number;
      readonly y: number;
      readonly span: Span;
      readonly line: Line | null;
      readonly scroll: number;
      moved: boolean;
    }
  | { readonly what: "overview"; readonly x: number; readonly grip: Grip; readonly span: Span; readonly strip: Strip }
  | { readonly what: "asof" }
  | { readonly what: "events"; readonly drag: Drag };

export class Gestures implements Pointer {
  scroll = $state(0);
  readonly pointing = new Pointing([HitKind.Event, HitKind.Link, HitKind.Bucket]);
  cursor = $state("default");
  /** Position of the as-of line while it is dragged, ahead of the picture. */
  asOfX = $state<number | null>(null);
  #held: Held | null = null;

  constructor(
    private readonly picture: () => Picture | null,
    private readonly extent: () => Span | null,
    private readonly clicked: (what: Hit | null, x: number, y: number, keys: Keys) => void,
    private readonly drag: DragController,
  ) {}

  /** The requested time window, drawn or not. */
  span(): Span | null {
    return view.span ?? this.picture()?.span ?? null;
  }

  down(x: number, y: number, keys: Keys): void {
    const [picture, span] = [this.picture(), this.span()];
    if (!picture || !span) return;
    this.pointing.clear();
    const under = hit(picture.scene, x, y);
    const drag = this.drag.take(picture, under, x, y, keys);
    if (drag) {
      this.#held = { what: "events", drag };
      return;
    }
    const strip = under?.hit === HitKind.Overview ? Strip.of(picture.scene, this.extent()) : null;
    if (under?.hit === HitKind.AsOf) {
      // What fits depends on the as-of day, so fix the window while the line is dragged.
      view.span = span;
      this.#held = { what: "asof" };
    } else if (strip) {
      const grip = strip.gripAt(x, span);
      this.cursor = grip === null || grip === "window" ? "grabbing" : "ew-resize";
      const start = grip ? span : strip.jumped(span, x);
      view.span = start;
      this.#held = { what: "overview", x, grip: grip ?? "window", span: start, strip };
    } else {
      this.#held = { what: "plot", x, y, span, line: this.#folded(), scroll: this.scroll, moved: false };
    }
  }

  move(x: number, y: number, keys: Keys): void {
    const picture = this.picture();
    if (!picture) return;
    const held = this.#held;
    if (!held) this.#point(picture, x, y);
    else if (held.what === "events") this.#drag(picture, held.drag, x, y, keys);
    else if (held.what === "asof") this.#moveAsOf(picture, x);
    else if (held.what === "overview") view.span = held.strip.dragged(held.span, held.grip, held.x, x);
    else this.#pan(picture, held, x, y);
  }

  up(x: number, y: number, keys: Keys): void {
    const [held, picture] = [this.#held, this.picture()];
    this.#held = null;
    this.asOfX = null;
    if (!picture || !held) return;
    const dragged = held.what === "events" ? held.drag.drop(picture, x, y) : held.what !== "plot" || held.moved;
    if (!dragged) this.clicked(hit(picture.scene, x, y), x, y, keys);
  }

  /** Cancels the gesture; true when there was one. */
  cancel(): boolean {
    const held = this.#held;
    this.#held = null;
    this.asOfX = null;
    if (held?.what === "events") held.drag.cancel();
    return held !== null;
  }

  /** The pointer has left, or lost its capture. */
  leave(): void {
    this.cancel();
    this.pointing.clear();
  }

  wheel(event: WheelEvent, x: number, _y: number): boolean {
    const picture = this.picture();
    if (!picture) return true;
    this.pointing.clear();
    const turn = turned(event, picture.plot.height);
    if (turn.does === "zoom") this.zoom(wheelFactor(turn.px), daysAt(picture, x));
    else if (turn.does === "sideways") this.panBy(turn.px / Math.max(picture.plot.width, 1));
    else if (scrollRange(picture) > 0) this.scrollTo(this.scroll + turn.px);
    else return false;
    return true;
  }

  /** The front-most hit under a point. */
  under(x: number, y: number): Hit | null {
    const picture = this.picture();
    return picture && hit(picture.scene, x, y);
  }

  scrollTo(px: number): void {
    const picture = this.picture();
    this.scroll = Math.round(Math.min(Math.max(px, 0), picture ? scrollRange(picture) : 0));
  }

  /** Zooms around a time, by default around the center. */
  zoom(factor: number, at?: number): void {
    const [span, line] = [this.span(), this.#folded()];
    if (!span) return;
    const middle = line ? line.daysAt((line.xOf(span.from) + line.xOf(span.to)) / 2) : (span.from + span.to) / 2;
    view.span = line ? line.zoomed(span, factor, at ?? middle) : zoomed(span, factor, at ?? middle);
  }

  /** Moves by a share of the window. */
  panBy(share: number): void {
    const [span, line, picture] = [this.span(), this.#folded(), this.picture()];
    if (!span) return;
    view.span =
      line && picture ? line.moved(span, share * picture.plot.width) : moved(span, share * (span.to - span.from));
  }

  /** The time scale of the picture, where it has collapsed gaps. */
  #folded(): Line | null {
    const picture = this.picture();
    const line = picture && picture.pieces !== "" ? Line.of(picture) : null;
    return line?.isFolded ? line : null;
  }

  #pan(picture: Picture, held: Extract<Held, { what: "plot" }>, x: number, y: number): void {
    if (!held.moved && !isDrag(x - held.x, y - held.y)) return;
    held.moved = true;
    this.cursor = "grabbing";
    const days = ((held.x - x) / Math.max(picture.plot.width, 1)) * (held.span.to - held.span.from);
    view.span = held.line ? held.line.moved(held.span, held.x - x) : moved(held.span, days);
    this.scrollTo(held.scroll + held.y - y);
  }

  #moveAsOf(picture: Picture, x: number): void {
    const { plot } = picture;
    this.cursor = "ew-resize";
    this.asOfX = Math.min(Math.max(x, plot.x), plot.x + plot.width);
    view.asOf = isoOf(daysAt(picture, x));
  }

  #drag(picture: Picture, drag: Drag, x: number, y: number, keys: Keys): void {
    this.cursor = drag.cursor;
    drag.move(picture, x, y, keys);
  }

  #point(picture: Picture, x: number, y: number): void {
    const under = hit(picture.scene, x, y);
    this.cursor = this.#cursorOver(picture, under, x);
    this.pointing.over(under, x, y);
  }

  #cursorOver(picture: Picture, under: Hit | null, x: number): string {
    if (under?.hit === HitKind.Event) return this.drag.endAt(picture, under.id, x) === "both" ? "pointer" : "ew-resize";
    if (under?.hit === HitKind.Link || under?.hit === HitKind.Bucket || under?.hit === HitKind.Lane) return "pointer";
    if (under?.hit === HitKind.AsOf) return "ew-resize";
    if (under?.hit !== HitKind.Overview) return "default";
    const grip = Strip.of(picture.scene, this.extent())?.gripAt(x, picture.span);
    return grip === "window" ? "grab" : grip ? "ew-resize" : "pointer";
  }
}
