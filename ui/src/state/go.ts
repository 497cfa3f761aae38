// Selecting something and bringing it into view.

import { host } from "../api/client";
import type { Toward } from "../api/generated";
import { filter } from "./filter.svelte";
import { selection } from "./selection.svelte";
import { view } from "./view.svelte";

/** Selects an event and brings it into view. */
export function goTo(id: string): void {
  selection.select(id);
  view.reveal = { id };
}

let walking = Promise.resolve();

/** Walks to the next event in a direction, one step after the other; from nothing selected to the first or last. */
export function walk(toward: Toward): Promise<void> {
  walking = walking.then(() => step(toward));
  return walking;
}

async function step(toward: Toward): Promise<void> {
  const from = selection.id ? { id: selection.id } : {};
  const asOf = view.asOf ? { as_of: view.asOf } : {};
  try {
    const next = await host.call("walk", { ...from, ...asOf, toward, filter: filter.now, lanes: view.lanes });
    if (next) goTo(next.id);
  } catch {
    // Nothing is walked to; whatever is wrong with the file is said by the chart.
  }
}
