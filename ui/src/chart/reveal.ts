// Brings an event into view: moves the time window to its date and scrolls to its row.

import { HitKind } from "../scene/decode";
import { rows } from "../state/rows.svelte";
import { view } from "../state/view.svelte";
import { workspace } from "../state/workspace.svelte";
import type { Gestures } from "./gestures.svelte";
import type { Picture } from "./picture";
import { type Span, centered, nudged, widened } from "../base/span";

/** The tallest picture that can be requested. */
const TALLEST_PX = 8000;

/** Closer to an edge than this counts as at the edge. */
const EDGE_PX = 0.5;

export class Reveal {
  #asked: string | null = null;
  #wanted: string | null = null;
  /** The span of the event just added, while the window shows everything. */
  #added: Span | null = null;

  constructor(
    private readonly draw: (size: { height_px: number; scroll_px: number }) => Promise<Picture>,
    private readonly gestures: Gestures,
  ) {}

  /** Moves the time window if the event is outside; its row is scrolled to when the picture has arrived. */
  async want(id: string, nudge = false): Promise<void> {
    this.#asked = id;
    const row = await rows.ask(id);
    // A later request wins; an event that the filter hides has no row to scroll to.
    if (this.#asked !== id || !row) return;
    this.#wanted = row.place === null ? null : id;
    const span = this.gestures.span();
    if (!row.span_days || !span || view.since.length > 0) return;
    const [from, to] = row.span_days;
    // With one more entry the fitted window may change: wait for the picture that includes it.
    if (nudge && view.span === null) this.#added = { from, to };
    else if (isOutside(span, { from, to })) view.span = moved(span, { from, to }, nudge);
  }

  /** A picture has been drawn: if the row of the event is not in it, scroll to it. */
  async arrived(picture: Picture): Promise<void> {
    if (this.#added && picture.state >= workspace.state) {
      const added = this.#added;
      this.#added = null;
      if (view.span === null && isOutside(picture.span, added)) view.span = nudged(picture.span, added);
    }
    const id = this.#wanted;
    if (!id || !within(picture, view.span)) return;
    this.#wanted = null;
    if (middle(picture, id, true) !== null) return;
    const high = picture.contentHeightPx + picture.scene.height;
    const whole = await this.draw({ height_px: Math.min(high, TALLEST_PX), scroll_px: 0 }).catch(() => null);
    const y = whole && middle(whole, id, false);
    if (whole && y !== null) this.gestures.scrollTo(y - whole.plot.y - picture.plot.height / 2);
  }
}

/** Whether a span is outside of the window, or barely inside. */
function isOutside(span: Span, { from, to }: Span): boolean {
  const margin = (span.to - span.from) * 0.02;
  return to < span.from + margin || from > span.to - margin;
}

/** A window that shows everything keeps showing everything; one that was chosen keeps its length. */
function moved(span: Span, shown: Span, nudge: boolean): Span {
  if (view.span === null) return widened(span, shown);
  return nudge ? nudged(span, shown) : centered(span, shown.from);
}

/** Whether the picture shows the requested window. */
function within(picture: Picture, span: { from: number; to: number } | null): boolean {
  return (
    !span ||
    Math.abs(picture.span.from - span.from) + Math.abs(picture.span.to - span.to) < (span.to - span.from) * 1e-3
  );
}

/** The height at which an event is drawn; null if it is not, or only partly while `wholly` is required. */
function middle(picture: Picture, id: string, wholly: boolean): number | null {
  const place = picture.scene.hits.find((it) => it.hit === HitKind.Event && it.id === id);
  if (!place) return null;
  const { y, height } = picture.plot;
  // The hit of a mark that is cut off ends at the edge.
  if (wholly && (place.y <= y + EDGE_PX || place.y + place.height >= y + height - EDGE_PX)) return null;
  return place.y + place.height / 2;
}
