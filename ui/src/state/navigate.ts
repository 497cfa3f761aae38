// Selecting something and bringing it into view.

import { host } from "../api/client";
import type { Filter, Toward } from "../api/generated";
import { fitted } from "../base/span";
import { filter } from "./filter.svelte";
import { hits } from "./hits.svelte";
import { selection } from "./selection.svelte";
import { view } from "./view.svelte";

/** Selects an event and brings it into view. */
export function goTo(id: string): void {
  selection.select(id);
  view.reveal = { id };
}

/** Selects an event that was just added: the window in time moves only if it lies outside, and just enough. */
export function arrive(id: string): void {
  selection.select(id);
  view.reveal = { id, nudge: true };
}

let walking = Promise.resolve();

/** Walks to the next event in a direction, one step after the other; from nothing selected to the first or last. */
export function walk(toward: Toward): Promise<void> {
  walking = walking.then(() => step(toward, filter.now));
  return walking;
}

/** Walks to the next hit in time: of the search, or of the filter. */
export function walkHits(toward: "earlier" | "later"): Promise<void> {
  walking = walking.then(() => step(toward, hits.wanted ?? filter.now));
  return walking;
}

/** Fits the window to what is selected, or else to the hits, or else to everything. */
export async function fitSelection(): Promise<void> {
  const [id, ids] = [selection.id, [...selection.ids]];
  if (ids.length === 0 && !hits.wanted) return view.fit();
  try {
    const span = await host.call("span", ids.length > 0 ? { ids } : { ids, filter: hits.wanted ?? {} });
    // Where days are counted from events, no date says where something lies.
    if (view.since.length > 0) view.fit();
    else if (span) view.span = fitted({ from: span.from_days, to: span.to_days });
    if (id && id === selection.id) view.reveal = { id };
  } catch {
    // The window stays; whatever is wrong with the file is said by the chart.
  }
}

/** How near two windows are one, as a share of their length: fitting is not exact to the last bit. */
const SAME = 1e-6;

/** Fits the window to everything that passes. Asked again, to where most of it lies, as when a workspace is opened. */
export async function fitAll(): Promise<void> {
  const isInTime = view.view === "timeline" || view.view === "causes" || view.view === "index";
  // Where days are counted from events, no date says where something lies.
  if (!isInTime || view.since.length > 0) return view.fit();
  try {
    const all = await host.call("span", { ids: [], filter: filter.now });
    const span = all && fitted({ from: all.from_days, to: all.to_days });
    const near = (one: number, other: number) => span !== null && Math.abs(one - other) < (span.to - span.from) * SAME;
    const isFitted = span && view.span && near(view.span.from, span.from) && near(view.span.to, span.to);
    view.fit();
    if (span && !isFitted) view.span = span;
  } catch {
    view.fit();
  }
}

async function step(toward: Toward, among: Filter): Promise<void> {
  const from = selection.id ? { id: selection.id } : {};
  const asOf = view.asOf ? { as_of: view.asOf } : {};
  try {
    const next = await host.call("walk", {
      ...from,
      ...asOf,
      toward,
      filter: among,
      lanes: view.lanes,
      arrange: view.arrange,
      collapse: view.collapse,
    });
    if (next) goTo(next.id);
  } catch {
    // Nothing is walked to; whatever is wrong with the file is said by the chart.
  }
}
