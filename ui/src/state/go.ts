// Selecting something and bringing it into view.

import { selection } from "./selection.svelte";
import { view } from "./view.svelte";

/** Selects an event and brings it into view. */
export function goTo(id: string): void {
  selection.select(id);
  view.reveal = { id };
}

/** Walks to the next (1) or previous (-1) event in time. */
export function walk(by: 1 | -1): void {
  const id = selection.step(by);
  if (id) view.reveal = { id };
}
