// Back: the views shown before, each with its chart, filter, part of the graph and zoom.

import { untrack } from "svelte";
import type { Filter, MapAt } from "../api/generated";
import type { Span } from "../base/span";
import { filter } from "./filter.svelte";
import { type View, view } from "./view.svelte";

/** How long the zoom must rest before it counts as a view of its own, milliseconds. */
const REST_MS = 600;
/** How many views are kept. */
const MOST = 50;
/** A window that differs by less than this share has the same zoom. */
const SAME_ZOOM = 0.01;

/** A view that one can return to. */
export interface Shown {
  readonly view: View;
  readonly focus: string | null;
  readonly filter: Filter;
  readonly span: Span | null;
  readonly at: MapAt | null;
}

/** What makes a view another one: its chart, part of the graph or filter, or else its zoom; null when it was only moved. */
export function change(from: Shown, to: Shown): "view" | "zoom" | null {
  if (from.view !== to.view || from.focus !== to.focus || from.filter !== to.filter) return "view";
  return isOther(lengthOf(from.span), lengthOf(to.span)) || isOther(from.at?.zoom, to.at?.zoom) ? "zoom" : null;
}

function lengthOf(span: Span | null): number | undefined {
  return span ? span.to - span.from : undefined;
}

function isOther(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one !== other;
  return Math.abs(one - other) > SAME_ZOOM * one;
}

function current(): Shown {
  return { view: view.view, focus: view.focus, filter: filter.now, span: view.span, at: view.at };
}

class Back {
  #past = $state.raw<readonly Shown[]>([]);
  #now: Shown | null = null;
  #changed = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether there is a view to return to. */
  can: boolean = $derived(this.#past.length > 0);

  /** Keeps the views that were shown: for use in an effect. */
  follow(): void {
    const shown = current();
    untrack(() => this.#follow(shown));
  }

  /** Returns to the view before; while the zoom has not come to rest, to the zoom before. */
  go(): void {
    clearTimeout(this.#timer);
    const isMoving = this.#now !== null && change(this.#now, current()) === "zoom";
    const last = isMoving ? this.#now : this.#past.at(-1);
    if (!last) return;
    if (!isMoving) this.#past = this.#past.slice(0, -1);
    this.#now = last;
    [view.view, view.focus, view.span, view.at] = [last.view, last.focus, last.span, last.at];
    if (filter.now !== last.filter) filter.set(last.filter);
  }

  /** Forgets everything: another workspace was opened. */
  restart(): void {
    clearTimeout(this.#timer);
    [this.#past, this.#now] = [[], null];
  }

  #follow(shown: Shown): void {
    clearTimeout(this.#timer);
    const what = this.#now && change(this.#now, shown);
    if (what === "view") {
      this.#keep(shown);
      this.#changed = performance.now();
    } else if (what === "zoom") this.#timer = setTimeout(() => this.#zoomed(shown), REST_MS);
    else this.#now = shown;
  }

  /** The zoom has come to rest. What a chart chooses by itself when it opens is no view of its own. */
  #zoomed(shown: Shown): void {
    if (performance.now() - this.#changed < 2 * REST_MS) this.#now = shown;
    else this.#keep(shown);
  }

  #keep(shown: Shown): void {
    if (this.#now) this.#past = [...this.#past, this.#now].slice(-MOST);
    this.#now = shown;
  }
}

export const back = new Back();
