// Selecting something and bringing it into view.

import { host } from "../api/client";
import type { Filter, Toward } from "../api/generated";
import { fitted } from "../base/span";
import { filter } from "./filter.svelte";
import { hits } from "./hits.svelte";
import { linkRows } from "./rows.svelte";
import { selection } from "./selection.svelte";
import { view } from "./view.svelte";

/** Selects an event and brings it into view. */
export function goTo(id: string): void {
  selection.select(id);
  view.reveal = { id };
}

/** Selects a newly added event: the time window moves only if the event is outside, and just enough. */
export function arrive(id: string): void {
  selection.select(id);
  view.reveal = { id, nudge: true };
}

/** Goes from the selected link to its cause (earlier, above) or its effect (later, below). */
export async function goToEnd(toward: Toward): Promise<void> {
  const row = selection.link ? await linkRows.ask(selection.link) : null;
  if (row) goTo(toward === "earlier" || toward === "above" ? row.cause : row.effect);
}

/** The event whose links `nextLink` goes through. */
let linksOf: string | null = null;

/** Selects the next link of the selected event, causes before effects; from a link the next one of the same event. */
export async function nextLink(): Promise<void> {
  const [id, at] = [selection.id ?? linksOf, selection.link];
  if (!id) return;
  linksOf = id;
  try {
    const { causes, effects } = await host.call("event", { id, ...datasetsOf(filter.now) });
    const all = [...causes, ...effects].map((it) => it.id);
    const next = all[(all.findIndex((it) => it === at) + 1) % all.length];
    if (next !== undefined) selection.selectLink([next]);
  } catch {
    // Stay here; the chart shows the error.
  }
}

function datasetsOf({ datasets }: Filter): { datasets?: string[] } {
  return datasets ? { datasets } : {};
}

let walking = Promise.resolve();

/** Goes to the next event in a direction, one step at a time; without a selection to the first or last. */
export function walk(toward: Toward): Promise<void> {
  walking = walking.then(() => step(toward, filter.now));
  return walking;
}

/** Goes to the next result in time, of the search or the filter. */
export function walkHits(toward: "earlier" | "later"): Promise<void> {
  walking = walking.then(() => step(toward, hits.wanted ?? filter.now));
  return walking;
}

/** Fits the window to the selection, or else to the results, or else to everything. */
export async function fitSelection(): Promise<void> {
  const [id, ids] = [selection.id, [...selection.ids]];
  if (ids.length === 0 && !hits.wanted) return view.fit();
  try {
    const span = await host.call("span", ids.length > 0 ? { ids } : { ids, filter: hits.wanted ?? {} });
    // Where days are counted from events, dates do not determine positions.
    if (view.since.length > 0) view.fit();
    else if (span) view.span = fitted({ from: span.from_days, to: span.to_days });
    if (id && id === selection.id) view.reveal = { id };
  } catch {
    // The window stays; the chart shows the error.
  }
}

/** Tolerance for equal windows, as a share of their length: fitting is not exact. */
const SAME = 1e-6;

/** Fits the window to all shown entries. A second call fits the part with most of them, as when a workspace is opened. */
export async function fitAll(): Promise<void> {
  const isInTime = view.view === "timeline" || view.view === "causes" || view.view === "index";
  // Where days are counted from events, dates do not determine positions.
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
    // Stay here; the chart shows the error.
  }
}
